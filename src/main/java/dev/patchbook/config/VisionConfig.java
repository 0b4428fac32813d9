package dev.patchbook.config;

import static dev.patchbook.config.Require.multiple;
import static dev.patchbook.config.Require.positive;

/**
 * Sizes of the vision transformer; image and patch in pixels.
 *
 * @param image side of the square picture
 * @param patch side of a square patch
 * @param width size of a token
 * @param blocks number of transformer blocks
 * @param heads attention heads of a block
 */
public record VisionConfig(int image, int patch, int width, int blocks, int heads) {
    /** Checks the sizes. */
    public VisionConfig {
        positive("image-size", image);
        positive("patch-size", patch);
        positive("vision-width", width);
        positive("vision-blocks", blocks);
        positive("heads", heads);
        multiple("image-size", image, "patch-size", patch);
        multiple("vision-width", width, "heads", heads);
    }

    /** Patches along one side. */
    public int grid() {
        return image / patch;
    }

    /** Patches of a picture. */
    public int patches() {
        return grid() * grid();
    }

    /** Tokens of a picture: CLS and the patches. */
    public int tokens() {
        return 1 + patches();
    }

    /** Numbers in a flattened patch: 3 colours, rows, columns. */
    public int patchSize() {
        return 3 * patch * patch;
    }
}
