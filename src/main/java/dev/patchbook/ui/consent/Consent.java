package dev.patchbook.ui.consent;

import dev.patchbook.session.NamedFiles;
import dev.patchbook.session.NotebookSession;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What an open notebook may read outside of its folder. Remembered by the place of the notebook's file; while it has none,
 * only until it is closed.
 */
public final class Consent {
    private final NotebookSession session;
    private final Consents remembered;
    private final ReadOnlyObjectWrapper<Set<Path>> allowed = new ReadOnlyObjectWrapper<>(Set.of());
    private @Nullable Path file;

    /** Takes over what was allowed to the notebook before. */
    public Consent(NotebookSession session, Consents remembered, Optional<Path> file) {
        this.session = session;
        this.remembered = remembered;
        this.file = file.orElse(null);
        hold(file.map(remembered::of).orElse(Set.of()));
    }

    /** What may be read, with all it names. */
    public ReadOnlyObjectProperty<Set<Path>> allowedProperty() {
        return allowed.getReadOnlyProperty();
    }

    /** The files a cell's settings name, each as it really lies on the disk. */
    public List<Path> named(Map<String, String> settings) {
        return NamedFiles.of(session.places().folder(), settings);
    }

    /** What is to be asked for, so that settings can be read: what lies outside, or else where links lead out. */
    public List<Path> asked(Map<String, String> settings) {
        List<Path> named = named(settings);
        List<Path> outside = NamedFiles.outside(session.places().folder(), named);
        return outside.isEmpty() ? named : outside;
    }

    /** Allows files to be read. */
    public void allow(Collection<Path> files) {
        Set<Path> now = new LinkedHashSet<>(allowed.get());
        if (now.addAll(files)) {
            keep(now);
        }
    }

    /** No longer allows files to be read; what was read of them stays until it is read again. */
    public void takeBack(Collection<Path> files) {
        Set<Path> now = new LinkedHashSet<>(allowed.get());
        if (now.removeAll(Set.copyOf(files))) {
            keep(now);
        }
    }

    /** The notebook was saved, perhaps elsewhere: who allowed it what is the one who saved it. */
    public void saved(Path target) {
        if (!target.equals(file)) {
            file = target;
            keep(allowed.get());
        }
    }

    private void keep(Set<Path> now) {
        hold(now);
        Path own = file;
        if (own != null) {
            remembered.put(own, now);
        }
    }

    private void hold(Set<Path> now) {
        allowed.set(Set.copyOf(now));
        session.allow(now);
    }
}
