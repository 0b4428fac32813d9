package dev.patchbook.ui.fx;

import static dev.patchbook.ui.fx.Command.Group.CELL;
import static dev.patchbook.ui.fx.Command.Group.EDIT;
import static dev.patchbook.ui.fx.Command.Group.FILE;
import static dev.patchbook.ui.fx.Command.Group.GO;
import static dev.patchbook.ui.fx.Command.Group.HELP;
import static dev.patchbook.ui.fx.Command.Group.RUN;
import static dev.patchbook.ui.fx.Command.Group.VIEW;
import static dev.patchbook.ui.fx.Command.Where.ALWAYS;
import static dev.patchbook.ui.fx.Command.Where.IN_CELL;
import static dev.patchbook.ui.fx.Command.Where.ON_CELL;
import static dev.patchbook.ui.fx.Command.Where.OUTSIDE_TEXT;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * Everything a person can do that has a name: menus, keys, the command palette, the sheet of keys and tooltips all come from
 * here, so that a key is written in one place. What a command does is bound in {@link Actions}.
 */
public enum Command {
    NEW(FILE, ALWAYS, Icon.ADD, "New notebook", "Begin an empty notebook", "Shortcut+N"),
    OPEN(FILE, ALWAYS, Icon.OPEN, "Open…", "Open a notebook", "Shortcut+O"),
    SAVE(FILE, ALWAYS, Icon.SAVE, "Save", "Save the notebook", "Shortcut+S", "S"),
    SAVE_AS(FILE, ALWAYS, null, "Save as…", "Save the notebook in another file", "Shortcut+Shift+S"),
    REPORT(
            FILE,
            ALWAYS,
            null,
            "Save report…",
            "Save notes, settings and all that the cells show as one HTML page",
            "Shortcut+Shift+E"),
    OWN_PICTURES(
            FILE, ALWAYS, Icon.TABLE, "Your own data…", "Begin a notebook on a CSV or JSON file with your captions"),
    OWN_FOLDER(FILE, ALWAYS, Icon.OPEN, "Your own pictures…", "Begin a notebook on a folder of pictures"),
    CHOOSE_DATA(
            FILE,
            ALWAYS,
            Icon.TABLE,
            "Choose data…",
            "See the first rows of data and take it into this notebook",
            "Shortcut+I"),
    OUTSIDE(
            FILE,
            ALWAYS,
            null,
            "Files outside…",
            "See and take back what this notebook may read outside of its folder"),
    CLOSE(FILE, ALWAYS, Icon.CLOSE, "Close tab", "Close the tab in front", "Shortcut+W"),
    QUIT(FILE, ALWAYS, null, "Quit", "Close the window and all its tabs", "Shortcut+Q"),

    UNDO(EDIT, OUTSIDE_TEXT, Icon.UNDO, "Undo", "Take the last change back", "Shortcut+Z", "Z"),
    REDO(EDIT, OUTSIDE_TEXT, Icon.REDO, "Redo", "Make the change again", "Shortcut+Shift+Z", "Shortcut+Y", "Shift+Z"),
    CUT(EDIT, ON_CELL, Icon.CUT, "Cut", "Cut the cell out; its text goes to the clipboard", "X", "Shortcut+X"),
    COPY(EDIT, ON_CELL, Icon.COPY, "Copy", "Copy the cell's text to the clipboard", "C", "Shortcut+C"),
    PASTE(EDIT, ON_CELL, Icon.PASTE, "Paste below", "Paste cells below; other text as a note", "V", "Shortcut+V"),
    PASTE_ABOVE(EDIT, ON_CELL, null, "Paste above", "Paste cells above; other text as a note", "Shift+V"),
    FIND(EDIT, ALWAYS, Icon.FIND, "Find…", "Find words in the notebook", "Shortcut+F", "F"),

    RUN_CELL(RUN, IN_CELL, Icon.RUN, "Run", "Run the cell, and first what it builds on", "Shortcut+Enter"),
    RUN_ADVANCE(RUN, IN_CELL, null, "Run and go on", "Run the cell and go to the next", "Shift+Enter"),
    RUN_INSERT(RUN, IN_CELL, null, "Run and add below", "Run the cell and add one below", "Alt+Enter"),
    RUN_ALL(RUN, ALWAYS, null, "Run all", "Run every cell from the top", "Shortcut+Shift+Enter"),
    RUN_STALE(RUN, ALWAYS, null, "Run stale", "Run every cell that is not up to date", "Shortcut+Shift+R"),
    RUN_ABOVE(RUN, ALWAYS, null, "Run above", "Run the cells above that are not up to date", "Shortcut+Alt+Up"),
    RUN_BELOW(RUN, ALWAYS, null, "Run below", "Run this cell and those below", "Shortcut+Alt+Down"),
    RESTART(RUN, ALWAYS, Icon.REPLAY, "Restart and run all", "Forget all results and run from the top", "0 0"),
    INTERRUPT(RUN, ALWAYS, Icon.STOP, "Interrupt", "Stop what runs and what waits; what is done is kept", "I I"),

    PAUSE(RUN, IN_CELL, Icon.PAUSE, "Pause or go on", "Hold a training between two steps, or go on with it", "R"),
    ONE_STEP(RUN, IN_CELL, Icon.NEXT, "One step", "Do one step of a training that is paused", "T"),
    TRAIN_MORE(RUN, IN_CELL, null, "Train more…", "Go on with a training beyond its last step", "Shift+T"),

    RACE(RUN, IN_CELL, null, "Race with…", "Train a changed copy, or another cell, step by step with this", "Shift+R"),

    EDIT_CELL(CELL, ON_CELL, Icon.EDIT, "Edit", "Write in the cell, or open its settings", "Enter"),
    EXPORT(CELL, ON_CELL, Icon.SAVE, "Save or copy…", "Save or copy what the cell shows, or see it as a table", "E"),
    LEAVE(CELL, IN_CELL, null, "Leave the cell", "Take the keyboard back to the cell", "Esc"),
    ADD_ABOVE(CELL, ON_CELL, Icon.ADD, "Add above", "Add a cell above", "A"),
    ADD_BELOW(CELL, ON_CELL, Icon.ADD, "Add below", "Add a cell below", "B"),
    TO_NOTE(CELL, ON_CELL, null, "Make it a note", "Make an empty cell a note", "M"),
    TO_KIND(CELL, ON_CELL, null, "Choose its kind", "Choose what an empty cell is to be", "Y"),
    DUPLICATE(CELL, ON_CELL, Icon.COPY, "Duplicate", "Put a copy of the cell below it", "Shortcut+D"),
    MOVE_UP(CELL, ON_CELL, Icon.UP, "Move up", "Move the cell up", "Alt+Up", "Shortcut+Shift+Up"),
    MOVE_DOWN(CELL, ON_CELL, Icon.DOWN, "Move down", "Move the cell down", "Alt+Down", "Shortcut+Shift+Down"),
    COLLAPSE(CELL, ON_CELL, Icon.EXPANDED, "Collapse", "Put the cell away but for its header", "Left"),
    EXPAND(CELL, ON_CELL, Icon.NEXT, "Expand", "Show the whole cell", "Right"),
    OUTPUT(CELL, ON_CELL, null, "Output", "Put the cell's output away, or show it", "O"),
    DELETE(CELL, ON_CELL, Icon.DELETE, "Delete", "Delete the cell; undo brings it back", "D D", "Delete"),

    CELL_BEFORE(GO, ON_CELL, null, "Cell above", "Go to the cell above", "Up", "K"),
    CELL_AFTER(GO, ON_CELL, null, "Cell below", "Go to the cell below", "Down", "J"),
    FIRST_CELL(GO, ON_CELL, null, "First cell", "Go to the first cell", "Home", "Shortcut+Home"),
    LAST_CELL(GO, ON_CELL, null, "Last cell", "Go to the last cell", "End", "Shortcut+End"),
    MORE_ABOVE(GO, ON_CELL, null, "Choose the cell above too", "Choose several cells, upwards", "Shift+Up", "Shift+K"),
    MORE_BELOW(GO, ON_CELL, null, "Choose the cell below too", "Choose several cells", "Shift+Down", "Shift+J"),
    FEEDING(GO, ON_CELL, null, "What it builds on", "Go to the cell this one builds on", "U"),
    USING(GO, ON_CELL, null, "What builds on it", "Go to the next cell that builds on this one", "N"),
    RUNNING(GO, ALWAYS, Icon.GO, "The running cell", "Go to the cell that runs", "Shortcut+G", "G"),
    PAGE_DOWN(GO, ON_CELL, null, "Scroll down", "Scroll down", "Space"),
    PAGE_UP(GO, ON_CELL, null, "Scroll up", "Scroll up", "Shift+Space"),

    NEXT_TAB(VIEW, ALWAYS, null, "Next tab", "Go to the next tab; Ctrl+1 to 9 go to one by its number", "Ctrl+Tab"),
    PREVIOUS_TAB(VIEW, ALWAYS, null, "Previous tab", "Go to the previous tab", "Ctrl+Shift+Tab"),
    TAB_LEFT(VIEW, ALWAYS, null, "Move tab left", "Move the tab to the left", "Shortcut+Shift+Page Up"),
    TAB_RIGHT(VIEW, ALWAYS, null, "Move tab right", "Move the tab to the right", "Shortcut+Shift+Page Down"),

    PALETTE(VIEW, ALWAYS, Icon.MENU, "Commands…", "Find any command or cell by its name", "Shortcut+K", "P"),
    KEYS(HELP, ALWAYS, Icon.HELP, "Keys", "Show every key", "F1", "H", "Shift+Slash"),
    OUTLINE(VIEW, ALWAYS, null, "Outline", "Show the outline, or put it away", "Shortcut+B"),
    LARGER(
            VIEW,
            ALWAYS,
            null,
            "Larger letters",
            "Make the letters larger",
            "Shortcut+Plus",
            "Shortcut+Equals",
            "Shortcut+Shift+Equals",
            "Shortcut+Add"),
    SMALLER(VIEW, ALWAYS, null, "Smaller letters", "Make the letters smaller", "Shortcut+Minus", "Shortcut+Subtract"),
    NORMAL(VIEW, ALWAYS, null, "Normal letters", "Letters of the usual size", "Shortcut+0", "Shortcut+Numpad 0"),
    THEME(VIEW, ALWAYS, null, "Light or dark", "Change between light and dark colours", "Shortcut+Shift+L"),
    SYSTEM_THEME(VIEW, ALWAYS, null, "Colours of the system", "Light or dark as the desktop is"),
    MEASURE(VIEW, ALWAYS, null, "Measure smoothness", "Measure; a second time logs it", "Shortcut+Alt+P"),

    START(HELP, ALWAYS, null, "Start page", "Show the start page: examples and recent notebooks"),
    WELCOME(HELP, ALWAYS, null, "Welcome notebook", "Open the notebook for the first minutes"),
    TOUR(HELP, ALWAYS, null, "Show me around", "A short tour of the window"),
    LOG(HELP, ALWAYS, null, "Open the log", "Show the folder of the log in the file manager"),
    ABOUT(HELP, ALWAYS, null, "About Patchbook", "Version, system and licences");

    /** What belongs together in menus and on the sheet of keys. */
    public enum Group {
        FILE("Notebook"),
        EDIT("Change"),
        RUN("Run"),
        CELL("Cell"),
        GO("Go to"),
        VIEW("Window"),
        HELP("Help");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }
    }

    /** Where the keyboard has to be for the keys of a command. Letters alone always need it on a cell. */
    public enum Where {
        /** Anywhere in the window. */
        ALWAYS,
        /** Anywhere but in a text, which has such keys of its own. */
        OUTSIDE_TEXT,
        /** On a cell or anywhere in it. */
        IN_CELL,
        /** On a cell itself: command mode. */
        ON_CELL
    }

    private final Group group;
    private final Where where;
    private final @Nullable Icon icon;
    private final String words;
    private final String purpose;
    private final List<Keys> keys;

    Command(Group group, Where where, @Nullable Icon icon, String words, String purpose, String... keys) {
        this.group = group;
        this.where = where;
        this.icon = icon;
        this.words = words;
        this.purpose = purpose;
        this.keys = Arrays.stream(keys).map(Keys::of).toList();
    }

    /** What it belongs to. */
    public Group group() {
        return group;
    }

    /** Where some keys of it work. */
    public Where where(Keys pressed) {
        return pressed.bare() ? Where.ON_CELL : where;
    }

    /** Its pictogram, where it has one. */
    public Optional<Icon> icon() {
        return Optional.ofNullable(icon);
    }

    /** Its name, as in a menu. */
    public String words() {
        return words;
    }

    /** What it does, in one line. */
    public String purpose() {
        return purpose;
    }

    /** Every way to press it; the first is the one shown. */
    public List<Keys> keys() {
        return keys;
    }

    /** The keys shown, in little room; empty where it has none. */
    public String briefKeys() {
        return keys.isEmpty() ? "" : keys.get(0).brief();
    }

    /** A text with the keys behind it, as tooltips and screen readers give it. */
    public String with(String text) {
        return keys.isEmpty() ? text : text + " (" + keys.get(0).text() + ")";
    }

    /** What it does, and its keys. */
    public String tip() {
        return with(purpose);
    }

    /** A tooltip that says what it does, and its keys. */
    public Tooltip tooltip() {
        return new Tooltip(tip());
    }
}
