package dev.patchbook.ui.shell;

/** What concerns the window as a whole. */
interface WindowCommands {
    /** Asks for a notebook and opens it, once unsaved changes are dealt with. */
    void open();

    /** Begins an empty notebook, once unsaved changes are dealt with. */
    void create();

    /** Opens the welcome notebook, once unsaved changes are dealt with. */
    void welcome();

    /** Saves the notebook; asks where, if it has no file yet. False where it was not saved. */
    boolean save();

    /** Saves the notebook in another file. False where it was not saved. */
    boolean saveAs();

    /** Shows the outline, or puts it away. */
    void toggleOutline();

    /** Makes letters larger or smaller by steps of a tenth; 0 makes them normal. */
    void zoom(int steps);

    /** Changes between light and dark. */
    void toggleTheme();

    /** Measures how smooth the window is from now on; a second time logs what was measured. */
    void measure();

    /** Closes the window, once unsaved changes are dealt with. */
    void close();
}
