package dev.patchbook.ui.shell;

/** What concerns the window as a whole. */
interface WindowCommands {
    /** Asks for a notebook and opens it in a tab. */
    void open();

    /** Begins an empty notebook in a tab. */
    void create();

    /** Opens a copy of the welcome notebook in a tab. */
    void welcome();

    /** Shows the start page. */
    void start();

    /** Saves the notebook; asks where, if it has no file yet. False where it was not saved. */
    boolean save();

    /** Saves the notebook in another file. False where it was not saved. */
    boolean saveAs();

    /** Closes the tab in front, once unsaved changes are dealt with; closes the window with its last tab. */
    void close();

    /** Closes the window, once unsaved changes are dealt with. */
    void quit();

    /** Shows the outline, or puts it away. */
    void toggleOutline();

    /** Makes letters larger or smaller by steps of a tenth; 0 makes them normal. */
    void zoom(int steps);

    /** Takes light or dark from the desktop. */
    void followSystem();

    /** Changes between light and dark. */
    void toggleTheme();

    /** Measures how smooth the window is from now on; a second time logs what was measured. */
    void measure();
}
