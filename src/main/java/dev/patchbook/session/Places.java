package dev.patchbook.session;

import java.nio.file.Path;

/**
 * Where a notebook's files are.
 *
 * @param folder what relative paths are relative to
 * @param runs the folder of its runs
 * @param allowOutside whether a path in the notebook may leave the folder
 */
public record Places(Path folder, Path runs, boolean allowOutside) {
    private static final String SUFFIX = ".runs";

    /** Of a notebook's file: its folder, and {@code NAME.runs} beside it. */
    public static Places beside(Path notebook) {
        Path file = notebook.toAbsolutePath().normalize();
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        Path folder = java.util.Objects.requireNonNullElse(file.getParent(), file);
        return new Places(folder, folder.resolve((dot > 0 ? name.substring(0, dot) : name) + SUFFIX), false);
    }

    /** The same with runs kept elsewhere. */
    public Places withRuns(Path other) {
        return new Places(folder, other, allowOutside);
    }

    /** The same with paths that may leave the folder. */
    public Places outside(boolean allowed) {
        return new Places(folder, runs, allowed);
    }
}
