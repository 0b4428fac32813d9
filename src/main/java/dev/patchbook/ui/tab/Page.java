package dev.patchbook.ui.tab;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;

/** What has a tab of its own: an open notebook, or the start page. */
public interface Page {
    /** The words on the tab. */
    ReadOnlyStringProperty nameProperty();

    /** Whether there are changes that are not saved. */
    ReadOnlyBooleanProperty unsavedProperty();

    /** What runs in it. */
    ReadOnlyObjectProperty<Activity> activityProperty();

    /** Where it lies, for the tooltip of the tab. */
    String place();

    /** What fills the window while it is in front. */
    Node view();

    /** The view with what stands above it. */
    default Node content() {
        return view();
    }

    /** What stands at the left of it. */
    Optional<Node> side();

    /** Takes the keyboard, after it has come to the front. */
    void focus();

    /** Stops what runs and lets go of everything. */
    void close();

    /**
     * What runs in a page.
     *
     * @param busy whether anything runs or waits
     * @param words what runs, for people; empty where nothing does
     * @param share how far it is, 0..1; negative where not known
     */
    record Activity(boolean busy, String words, double share) {
        /** Nothing runs. */
        public static final Activity NONE = new Activity(false, "", -1);

        /** In little room: {@code 72 %}; empty where not known. */
        public String brief() {
            return share < 0 ? "" : Math.round(Math.floor(share * 100)) + " %";
        }
    }
}
