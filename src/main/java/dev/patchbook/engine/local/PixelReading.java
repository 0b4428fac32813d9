package dev.patchbook.engine.local;

import dev.patchbook.config.DataSettings;
import dev.patchbook.data.PixelScale;

/**
 * How pictures become what a model reads.
 *
 * @param scale of the pixels
 * @param background what transparent pixels are laid over, 0xRRGGBB
 */
record PixelReading(PixelScale scale, int background) {
    /** As data settings say. */
    static PixelReading of(DataSettings settings) {
        return new PixelReading(PixelScale.of(settings.normalize()), settings.background());
    }
}
