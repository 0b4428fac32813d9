package dev.patchbook.ui.notebook;

import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellKind;
import java.util.Locale;

/** Names for people. */
public final class Words {
    private static final int FIRST = 60;

    private Words() {}

    /** A kind of cell, as a title. */
    public static String kind(CellKind kind) {
        return title(kind.id());
    }

    /** One of a kind: {@code a data cell}, {@code an images cell}. */
    public static String one(CellKind kind) {
        return ("aeiou".indexOf(kind.id().charAt(0)) < 0 ? "a " : "an ") + kind.id() + " cell";
    }

    /** The kind of a cell, as a title, also where this version does not know it. */
    public static String kind(Cell cell) {
        return cell.kindName().isBlank() ? kind(cell.kind()) : title(cell.kindName());
    }

    private static String title(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** What a kind of cell is for, in one line. */
    public static String purpose(CellKind kind) {
        return switch (kind) {
            case DATA -> "Reads pictures with captions and splits them";
            case MODEL -> "Builds a vision-language model with fresh weights";
            case TRAIN -> "Trains the model, with the loss drawn live";
            case PATCHES -> "Shows how the model cuts a picture into patches";
            case ATTENTION -> "Shows what the model attends to";
            case IMAGES -> "Lays the pictures of the data out as the model sees them";
            case COMPARE -> "Shows two checkpoints, runs, models or pictures side by side";
            case SAMPLE -> "Writes a caption, one character at a time";
            case NOTE -> "Text, in Markdown";
            case UNKNOWN -> "A kind of cell this version does not know";
        };
    }

    /** What a screen reader says of a cell: kind, name, how it stands, what it builds on and what builds on it. */
    static String spoken(CellViewModel model) {
        Cell cell = model.cellProperty().get();
        CellLinks links = model.linksProperty().get();
        String state = cell.kind().runs() ? ", " + model.statusProperty().get().word() : "";
        String from = links.fromWords().isEmpty() ? "" : ", " + links.fromWords();
        String used = links.usedByWords().isEmpty() ? "" : ", " + links.usedByWords();
        return kind(cell) + " cell " + model.id() + state + from + used;
    }

    /** A note's first heading, else its first words. */
    public static String first(String markdown) {
        String line = markdown.lines()
                .filter(text -> text.startsWith("#"))
                .findFirst()
                .or(() -> markdown.lines().filter(text -> !text.isBlank()).findFirst())
                .map(text -> text.replaceAll("^#+|[*_`>\\[\\]]", "").strip())
                .orElse("Empty note");
        return line.length() <= FIRST ? line : line.substring(0, FIRST) + "…";
    }
}
