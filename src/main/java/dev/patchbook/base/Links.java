package dev.patchbook.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Links that lead out of a folder: what is written there would lie somewhere else, as whoever made the link wanted it. */
public final class Links {
    private Links() {}

    /**
     * Checks that something in a folder, where it is there, really lies in it.
     *
     * @throws UserFacingException where a link leads out
     */
    public static void requireWithin(Path folder, Path below) {
        try {
            if (Files.exists(below) && !below.toRealPath().startsWith(folder.toRealPath())) {
                throw new UserFacingException(
                        below + " is a link that leads out of " + folder + ".",
                        "Remove the link: nothing is written through it.");
            }
        } catch (IOException e) {
            throw new UserFacingException(below + " cannot be opened.", "Check that you may read it.", e);
        }
    }

    /** Checks that a folder is none that another place is linked to under this name. */
    public static void requireOwn(Path folder) {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            requireWithin(parent, folder);
        }
    }
}
