package dev.patchbook.ui.notebook;

import java.util.List;
import javafx.scene.Node;

/** What a kind of cell shows in its frame. */
public interface CellBody {
    /** The output. */
    Node node();

    /** Buttons of this kind of cell for the header. */
    default List<Node> controls() {
        return List.of();
    }

    /** Puts the keyboard where a person edits this kind of cell; false where its settings are what is edited. */
    default boolean edit() {
        return false;
    }

    /** Leaves editing, keeping what was written. */
    default void leave() {}

    /** Offers to save or copy what it shows. */
    default void export() {}

    /** Takes a picture from the clipboard; false where there is none, or the cell takes none. */
    default boolean paste() {
        return false;
    }

    /** Asks how many steps more are to be trained; false where nothing can be trained on. */
    default boolean askMore() {
        return false;
    }

    /** Ends every subscription. */
    void release();
}
