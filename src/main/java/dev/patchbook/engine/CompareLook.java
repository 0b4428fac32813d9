package dev.patchbook.engine;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Two things to look at side by side.
 *
 * @param left the one
 * @param right the other
 * @param folder what relative picture paths are relative to
 */
public record CompareLook(Side left, Side right, Path folder) {
    /**
     * One of them.
     *
     * @param name which side, as settings begin with it: {@code left} or {@code right}
     * @param model a model, which also says whose rows pictures are
     * @param run the folder of a run to look at in the model's place; empty: the model itself, or its own checkpoints
     * @param step checkpoint by updates done; 0: the newest weights, below 0: the first checkpoint there is
     * @param image {@code validation N}, {@code train N}, or a picture file
     * @param allowOutside whether that file may lie outside of the folder
     */
    public record Side(String name, ModelId model, Optional<Path> run, int step, String image, boolean allowOutside) {}
}
