package dev.patchbook.ui.cell;

import dev.patchbook.ui.notebook.CellBody;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellFrame;
import dev.patchbook.ui.notebook.CellViewModel;

/** Chooses what a cell shows by its kind. */
public final class CellBodies {
    private CellBodies() {}

    /** The body of a cell. */
    public static CellBody of(CellViewModel cell, CellCommands commands, CellFrame.Surroundings around) {
        SaveMenu saving = new SaveMenu(around.dialogs(), around.folder());
        return switch (cell.cellProperty().get().kind()) {
            case DATA -> new DataBody(cell, commands, around).saving(saving).follow();
            case MODEL -> new ModelBody(cell, commands).saving(saving).follow();
            case TRAIN -> new TrainBody(cell, commands).saving(saving).follow();
            case PATCHES -> new PatchesBody(cell, commands).saving(saving).follow();
            case ATTENTION -> new AttentionBody(cell, commands).saving(saving).follow();
            case IMAGES -> new ImagesBody(cell, commands).saving(saving).follow();
            case COMPARE -> new CompareBody(cell, commands).saving(saving).follow();
            case SAMPLE -> new SampleBody(cell, commands, around).saving(saving).follow();
            case NOTE -> new NoteBody(cell, commands);
            case UNKNOWN -> new UnknownBody(cell);
        };
    }
}
