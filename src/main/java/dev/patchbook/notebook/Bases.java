package dev.patchbook.notebook;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which kinds of cells a kind builds on. */
public final class Bases {
    private Bases() {}

    /** The kinds of which one is needed, the likeliest first; empty where none is. */
    public static Set<CellKind> needed(CellKind kind) {
        return switch (kind) {
            case MODEL -> Set.of(CellKind.DATA);
            case TRAIN, PATCHES, ATTENTION, IMAGES, SAMPLE, COMPARE -> Set.of(CellKind.MODEL, CellKind.TRAIN);
            case DATA, NOTE, UNKNOWN -> Set.of();
        };
    }

    /** How many of the kinds needed may be named: the two sides of a comparison, else one. */
    public static int most(CellKind kind) {
        return kind == CellKind.COMPARE ? 2 : 1;
    }

    /** The kind of which one more may be named: a train cell may train on other data than its model was made for. */
    static Set<CellKind> optional(CellKind kind) {
        return kind == CellKind.TRAIN ? Set.of(CellKind.DATA) : Set.of();
    }

    /**
     * What a cell builds on when it does not say: the nearest suitable cell above. A train cell takes a model, a looking
     * cell the nearest training, and a model only where nothing above is trained.
     */
    public static Optional<CellId> nearest(List<Cell> cells, int index) {
        List<CellKind> wanted = switch (cells.get(index).kind()) {
            case MODEL -> List.of(CellKind.DATA);
            case TRAIN -> List.of(CellKind.MODEL);
            case PATCHES, ATTENTION, IMAGES, SAMPLE, COMPARE -> List.of(CellKind.TRAIN, CellKind.MODEL);
            case DATA, NOTE, UNKNOWN -> List.<CellKind>of();
        };
        for (CellKind kind : wanted) {
            for (int i = index - 1; i >= 0; i--) {
                if (cells.get(i).kind() == kind) {
                    return Optional.of(cells.get(i).id());
                }
            }
        }
        return Optional.empty();
    }

    /** The kinds needed, for people. */
    static String words(CellKind kind) {
        return kind == CellKind.MODEL
                ? "a data cell"
                : kind == CellKind.TRAIN ? "a model cell" : "a train or model cell";
    }
}
