package dev.patchbook.checkpoint;

import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one writer into a run's folder; the operating system frees it when the process ends, however it ends. */
final class RunLock implements AutoCloseable {
    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    static RunLock take(Path folder) {
        RunLock lock = new RunLock(open(folder));
        if (!lock.tryLock(folder)) {
            lock.close();
            throw new UserFacingException(
                    "The run in " + folder + " is being written by another window or program.",
                    "Stop it there first, or choose another folder.");
        }
        return lock;
    }

    private static FileChannel open(Path folder) {
        try {
            return FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            throw new UserFacingException(
                    "There is no run in " + folder + ".", "Choose a folder that training wrote.", e);
        } catch (IOException e) {
            throw AtomicFiles.unwritable(folder, e);
        }
    }

    private boolean tryLock(Path folder) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            close();
            throw AtomicFiles.unwritable(folder, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock ends with the process at the latest.
        }
    }
}
