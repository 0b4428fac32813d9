package dev.patchbook.ui.fx;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The pictograms the window uses, by what they mean. */
public enum Icon {
    RUN(Material2RoundMZ.PLAY_ARROW),
    PAUSE(Material2RoundMZ.PAUSE),
    STOP(Material2RoundMZ.STOP),
    MORE(Material2RoundMZ.MORE_HORIZ),
    DONE(Material2RoundAL.CHECK),
    FAILED(Material2RoundAL.ERROR_OUTLINE),
    STALE(Material2RoundAL.HISTORY),
    QUEUED(Material2RoundMZ.SCHEDULE),
    IDLE(Material2RoundMZ.RADIO_BUTTON_UNCHECKED),
    RUNNING(Material2RoundMZ.PLAY_ARROW),
    LIGHT(Material2RoundMZ.WB_SUNNY),
    DARK(Material2RoundMZ.NIGHTS_STAY),
    FILE(Material2RoundAL.INSERT_DRIVE_FILE),
    OPEN(Material2RoundAL.FOLDER_OPEN),
    SAVE(Material2RoundMZ.SAVE),
    ADD(Material2RoundAL.ADD),
    DELETE(Material2RoundAL.DELETE_OUTLINE),
    COPY(Material2RoundAL.CONTENT_COPY),
    UP(Material2RoundAL.ARROW_UPWARD),
    DOWN(Material2RoundAL.ARROW_DOWNWARD),
    HELP(Material2RoundAL.HELP_OUTLINE),
    EDIT(Material2RoundAL.EDIT),
    REPLAY(Material2RoundMZ.REPLAY),
    RESET(Material2RoundMZ.SETTINGS_BACKUP_RESTORE),
    PREVIOUS(Material2RoundAL.CHEVRON_LEFT),
    NEXT(Material2RoundAL.CHEVRON_RIGHT),
    EXPANDED(Material2RoundAL.EXPAND_MORE),
    HANDLE(Material2RoundAL.DRAG_INDICATOR),
    CUT(Material2RoundAL.CONTENT_CUT),
    PASTE(Material2RoundAL.CONTENT_PASTE),
    FIND(Material2RoundMZ.SEARCH),
    INFO(Material2RoundAL.INFO),
    GO(Material2RoundMZ.MY_LOCATION),
    MENU(Material2RoundMZ.MENU),
    WARNING(Material2RoundMZ.REPORT_PROBLEM),
    UNDO(Material2RoundMZ.UNDO),
    REDO(Material2RoundMZ.REDO),
    CLOSE(Material2RoundAL.CLOSE),
    EXPAND(Material2RoundAL.EXPAND_MORE),
    TABLE(Material2RoundAL.GRID_ON);

    private final Ikon ikon;

    Icon(Ikon ikon) {
        this.ikon = ikon;
    }

    /** A node that shows the pictogram, coloured and sized by the style sheet. */
    public FontIcon node() {
        FontIcon icon = new FontIcon(ikon);
        icon.getStyleClass().add("pb-icon");
        return icon;
    }

    /** Shows this pictogram in a node made before. */
    public void show(FontIcon icon) {
        icon.setIconCode(ikon);
    }
}
