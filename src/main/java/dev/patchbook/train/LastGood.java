package dev.patchbook.train;

import dev.patchbook.base.Channels;
import dev.patchbook.plan.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last state of a run that is known to be good, since a step from it gave a finite loss and gradient: weights and moments,
 * kept now and then in a file that the system deletes when nothing refers to it any more, however the program ends. In memory they
 * would take as much again as those that are trained. Two states take turns in the file, so that one is always whole.
 */
final class LastGood implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LastGood.class);

    private static final long SECONDS = 10;
    private static final long BYTES_A_SECOND = 2 << 20; // of a disk's life
    private static final int BLOCK = 1 << 16;

    private final List<Tensor> state;
    private final Path folder;
    private final long bytes;
    private final float[] numbers = new float[BLOCK];
    private final ByteBuffer block =
            ByteBuffer.allocateDirect(BLOCK * Float.BYTES).order(ByteOrder.nativeOrder());
    private @Nullable FileChannel file;
    private int turn;
    private long step = -1;
    private long tried;
    private boolean failed;
    private boolean lost;

    /**
     * Of a state that is changed in place.
     *
     * @param folder where the file goes
     */
    LastGood(Tensor weights, AdamOptimizer adam, Path folder) {
        this.state = List.of(weights, adam.first(), adam.second());
        this.folder = folder;
        this.bytes = (long) state.size() * weights.length() * Float.BYTES;
    }

    /**
     * Keeps the state before a step that has just been found good, where the last one is some seconds old. Where the file cannot
     * be written the one before stays.
     */
    void good(long now, boolean checkpoint) {
        long time = System.nanoTime();
        long pause = TimeUnit.SECONDS.toNanos(Math.max(SECONDS, bytes / BYTES_A_SECOND));
        boolean atOnce = !failed && (step < 0 || checkpoint);
        if (!atOnce && time - tried < pause) {
            return;
        }
        tried = time;
        try {
            write(1 - turn);
            turn = 1 - turn;
            step = now;
            failed = false;
        } catch (IOException e) {
            if (!failed) {
                LOG.warn("The state of step {} cannot be kept in {} in case the run diverges.", now, folder, e);
            }
            failed = true;
        }
    }

    /**
     * Goes back to it.
     *
     * @return its step; -1 where there is none, or where it could not be read
     */
    long restore() {
        if (step < 0) {
            return -1;
        }
        try {
            read();
            return step;
        } catch (IOException e) {
            LOG.error("The last good state, of step {}, cannot be read again in {}.", step, folder, e);
            lost = true;
            return -1;
        }
    }

    /** Whether the weights are now neither one state nor the other, since going back failed. */
    boolean lost() {
        return lost;
    }

    private void read() throws IOException {
        FileChannel from = opened();
        long at = turn * bytes;
        for (Tensor tensor : state) {
            for (int i = 0; i < tensor.length(); i += BLOCK) {
                int n = Math.min(BLOCK, tensor.length() - i);
                block.clear().limit(n * Float.BYTES);
                Channels.read(from, block, at);
                block.asFloatBuffer().get(numbers, 0, n);
                tensor.put(i, numbers, 0, n);
                at += (long) n * Float.BYTES;
            }
        }
    }

    private void write(int where) throws IOException {
        FileChannel to = opened();
        long at = where * bytes;
        for (Tensor tensor : state) {
            for (int i = 0; i < tensor.length(); i += BLOCK) {
                int n = Math.min(BLOCK, tensor.length() - i);
                tensor.get(i, numbers, 0, n);
                block.clear().asFloatBuffer().put(numbers, 0, n);
                block.limit(n * Float.BYTES);
                Channels.write(to, block, at);
                at += (long) n * Float.BYTES;
            }
        }
    }

    private FileChannel opened() throws IOException {
        FileChannel channel = file;
        if (channel == null) {
            Path path = Files.createTempFile(folder, "last-good-", ".bin");
            channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            file = channel;
        }
        return channel;
    }

    @Override
    public void close() {
        FileChannel channel = file;
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.warn("The file of the last good state in {} cannot be closed.", folder, e);
            }
        }
    }
}
