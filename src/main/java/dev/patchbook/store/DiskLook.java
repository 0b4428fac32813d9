package dev.patchbook.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at a notebook's file now and then, and tells when what it finds is another thing than before. */
final class DiskLook {
    private static final Duration PERIOD = Duration.ofSeconds(3);

    private final StoreThread thread;
    private final StoreListener listener;
    private volatile @Nullable FileWatch watch;
    private volatile OnDisk last = OnDisk.SAME;

    DiskLook(StoreThread thread, StoreListener listener) {
        this.thread = thread;
        this.listener = listener;
    }

    /** Looks again and again from now on. */
    void start() {
        thread.every(PERIOD, () -> now(false));
    }

    /** Looks at this file from now on, which says this. */
    void at(Path file, String text) {
        watch = new FileWatch(file, text);
    }

    /** The file says this now, or a person knows that it does. */
    void knows(String text) {
        FileWatch watched = watch;
        if (watched != null) {
            watched.knows(text);
        }
        soon();
    }

    void soon() {
        thread.run(() -> now(false));
    }

    /**
     * Looks now; what is told comes in the order in which it was found.
     *
     * @param tell even where it is the same as before
     */
    synchronized OnDisk now(boolean tell) {
        FileWatch watched = watch;
        OnDisk now = watched == null ? OnDisk.SAME : watched.look();
        if (tell || now != last) {
            last = now;
            listener.found(now);
        }
        return now;
    }

    Optional<String> text() {
        return Optional.ofNullable(watch).flatMap(FileWatch::text);
    }
}
