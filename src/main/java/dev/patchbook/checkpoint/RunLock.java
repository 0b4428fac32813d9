package dev.patchbook.checkpoint;

import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Lets one writer into a run's folder. */
final class RunLock {
    private RunLock() {}

    /**
     * Takes the lock of a run's folder.
     *
     * @throws UserFacingException where somebody else has it, or there is no such folder
     */
    static OneWriter take(Path folder) {
        try {
            return OneWriter.take(folder.resolve(".lock"))
                    .orElseThrow(() -> new UserFacingException(
                            "The run in " + folder + " is being written by another window or program.",
                            "Stop it there first, or choose another folder."));
        } catch (NoSuchFileException e) {
            throw new UserFacingException(
                    "There is no run in " + folder + ".", "Choose a folder that training wrote.", e);
        } catch (IOException e) {
            throw AtomicFiles.unwritable(folder, e);
        }
    }
}
