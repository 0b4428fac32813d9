package dev.patchbook.data.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decoded pictures kept from one time to the next, so that large data is not decoded again. A picture is found by the hash of its
 * file's bytes: whatever changed is decoded anew, wherever it lies. Programs that run at once each write packs of their own,
 * which appear whole under a name of their own; the least recently used ones go when there are too many. Nothing that goes wrong
 * here matters but for time. One cache serves one reading of data, on one thread.
 */
public final class DecodedCache implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DecodedCache.class);

    private static final long MOST_WAITING = 8 << 20;

    private record Waiting(byte[] key, Decoded picture) {}

    /** What bounds a cache: bytes on disk, pixels from which decoding is worth keeping, bytes of the disk to leave free. */
    record Bounds(long disk, long worth, long free) {
        /** 4 GB in all; data of fewer than a hundred million pixels is decoded faster than it matters; 2 GB stay free. */
        static final Bounds USUAL = new Bounds(4L << 30, 100_000_000, 2L << 30);
    }

    private final PackFolder folder;
    private final int size;
    private final int background;
    private final Bounds bounds;
    private final List<PicturePack> packs = new ArrayList<>();
    private final Set<PicturePack> used = new HashSet<>();
    private final Set<PicturePack> damaged = new HashSet<>();
    private @Nullable PackWriter writer;
    private boolean off;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private long decoded;

    /**
     * Opens what is there for pictures of a size over a background.
     *
     * @param folder where packs are; made when one is written
     */
    public DecodedCache(Path folder, int size, int background) {
        this(folder, size, background, Bounds.USUAL);
    }

    DecodedCache(Path folder, int size, int background, Bounds bounds) {
        this.folder = new PackFolder(folder);
        this.size = size;
        this.background = background;
        this.bounds = bounds;
        for (Path path : this.folder.packs()) {
            if (String.valueOf(path.getFileName()).startsWith(kind())) {
                open(path);
            }
        }
    }

    /** Names what the values depend on beside the picture's file; another Java may decode otherwise. */
    private String kind() {
        String java = System.getProperty("java.vm.version", "").replaceAll("[^A-Za-z0-9.]", "_");
        return String.format(Locale.ROOT, "v%d-%s-%d-%06x-", PackFormat.VERSION, java, size, background);
    }

    private int values() {
        return 3 * size * size;
    }

    private void open(Path path) {
        try {
            Optional<PicturePack> pack = PicturePack.open(path, values());
            pack.ifPresent(packs::add);
            if (pack.isEmpty()) {
                LOG.info("{} is damaged and is removed", path);
                folder.remove(path);
            }
        } catch (IOException e) {
            LOG.info("{} cannot be read: {}", path, e.toString());
        }
    }

    /** A picture by the SHA-256 of its file's bytes. */
    Optional<Found> find(byte[] key) {
        for (PicturePack pack : packs) {
            try {
                long at = damaged.contains(pack) ? -1 : pack.find(key);
                if (at >= 0) {
                    Decoded picture = pack.read(key, at);
                    used.add(pack);
                    return Optional.of(new Found(picture, pack.again(at, false), pack.again(at, !picture.opaque())));
                }
            } catch (IOException | IllegalArgumentException e) {
                LOG.info("{} is damaged and is not used: {}", pack.path(), e.toString());
                damaged.add(pack);
            }
        }
        return Optional.empty();
    }

    /**
     * A picture that was found.
     *
     * @param picture with its values
     * @param over gives the ones over the background again
     * @param dropped gives the ones without alpha again
     */
    record Found(Decoded picture, Supplier<byte[]> over, Supplier<byte[]> dropped) {}

    /** Keeps a picture that was decoded. */
    void add(byte[] key, Decoded picture) {
        if (off) {
            return;
        }
        decoded += picture.pixels();
        waiting.add(new Waiting(key, picture));
        waitingBytes += picture.bytes();
        try {
            if (decoded >= bounds.worth() / 2) {
                write();
            } else if (waitingBytes > MOST_WAITING) {
                waitingBytes -= waiting.remove().picture.bytes(); // many small ones: decoded fast
            }
        } catch (IOException e) {
            LOG.info("decoded pictures are not kept: {}", e.toString());
            giveUp();
        }
    }

    /** Small data never comes here, and touches no disk. */
    private void write() throws IOException {
        PackWriter to = writer;
        if (to == null) {
            to = new PackWriter(folder.place(kind() + UUID.randomUUID(), bounds.free()), bounds.disk() / 2);
            writer = to;
        }
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            to.add(next.key, next.picture);
        }
        waitingBytes = 0;
    }

    private void giveUp() {
        off = true;
        waiting.clear();
        if (writer != null) {
            writer.drop();
            writer = null;
        }
    }

    /** All of the data was read: what was decoded is kept, where it is worth it. */
    public void finish() {
        PackWriter finished = writer;
        try {
            if (finished != null && decoded >= bounds.worth()) {
                finished.finish();
                writer = null;
            }
        } catch (IOException e) {
            LOG.info("decoded pictures are not kept: {}", e.toString());
        }
        used.forEach(pack -> folder.used(pack.path()));
        damaged.forEach(pack -> folder.remove(pack.path()));
        folder.prune(bounds.disk());
    }

    /** Gives up what is not finished; packs whose pictures are read later stay open as long as those are there. */
    @Override
    public void close() {
        giveUp();
        for (PicturePack pack : packs) {
            if (!used.contains(pack)) {
                try {
                    pack.close();
                } catch (IOException e) {
                    LOG.info("{} cannot be closed: {}", pack.path(), e.toString());
                }
            }
        }
    }
}
