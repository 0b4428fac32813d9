package dev.patchbook.ui.cell;

import dev.patchbook.ui.notebook.CellBody;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;

/** Chooses what a cell shows by its kind. */
public final class CellBodies {
    private CellBodies() {}

    /** The body of a cell. */
    public static CellBody of(CellViewModel cell, CellCommands commands) {
        return switch (cell.cellProperty().get().kind()) {
            case DATA -> new DataBody(cell, commands).follow();
            case MODEL -> new ModelBody(cell, commands).follow();
            case TRAIN -> new TrainBody(cell, commands).follow();
            case PATCHES -> new PatchesBody(cell, commands).follow();
            case ATTENTION -> new AttentionBody(cell, commands).follow();
            case SAMPLE -> new SampleBody(cell, commands).follow();
            case NOTE -> new NoteBody(cell, commands);
            case UNKNOWN -> new UnknownBody(cell);
        };
    }
}
