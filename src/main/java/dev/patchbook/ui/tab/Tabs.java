package dev.patchbook.ui.tab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The pages that are open, in order, and the one in front. */
public final class Tabs {
    private final ObservableList<Page> pages = FXCollections.observableArrayList();
    // Kept here: a wrapper nobody holds is collected, and its listeners with it.
    private final ObservableList<Page> shown = FXCollections.unmodifiableObservableList(pages);
    private final ReadOnlyObjectWrapper<@Nullable Page> current = new ReadOnlyObjectWrapper<>();

    /** Creates tabs without a page. */
    public Tabs() {}

    /** The pages, in order. */
    public ObservableList<Page> pages() {
        return shown;
    }

    /** The page in front; null only while there is none. */
    public ReadOnlyObjectProperty<@Nullable Page> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The page in front. */
    public Optional<Page> current() {
        return Optional.ofNullable(current.get());
    }

    /** Adds a page at the end, behind the one in front. */
    public void add(Page page) {
        pages.add(page);
        if (current.get() == null) {
            select(page);
        }
    }

    /** Brings a page to the front. */
    public void select(Page page) {
        if (pages.contains(page)) {
            current.set(page);
        }
    }

    /** Brings the page at a place, from 0, to the front; nothing where there is none. */
    public void select(int index) {
        if (index >= 0 && index < pages.size()) {
            select(pages.get(index));
        }
    }

    /** Brings the page so many places further to the front, going round at the ends. */
    public void step(int places) {
        if (!pages.isEmpty()) {
            select(Math.floorMod(pages.indexOf(current.get()) + places, pages.size()));
        }
    }

    /** Moves a page by so many places, as far as there are any. */
    public void move(Page page, int places) {
        int from = pages.indexOf(page);
        int to = Math.max(0, Math.min(pages.size() - 1, from + places));
        if (from >= 0 && from != to) {
            List<Page> now = new ArrayList<>(pages);
            now.remove(from);
            now.add(to, page);
            pages.setAll(now); // one change: the page never leaves
        }
    }

    /** Puts a page in the place of another; it comes to the front if the other was there. */
    public void replace(Page old, Page page) {
        boolean front = current.get() == old;
        pages.set(pages.indexOf(old), page);
        if (front) {
            select(page);
        }
    }

    /** Takes a page out; if it was in front, the one to its right comes there, or else the one to its left. */
    public void remove(Page page) {
        int index = pages.indexOf(page);
        if (index < 0) {
            return;
        }
        boolean front = current.get() == page;
        pages.remove(index);
        if (front) {
            current.set(pages.isEmpty() ? null : pages.get(Math.min(index, pages.size() - 1)));
        }
    }
}
