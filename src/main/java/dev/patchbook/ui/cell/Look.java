package dev.patchbook.ui.cell;

import dev.patchbook.config.Defaults;
import dev.patchbook.config.ImageRef;
import dev.patchbook.config.Preset;
import dev.patchbook.config.Variant;
import dev.patchbook.notebook.Cell;

/** Settings of cells that look at a model: their defaults are the same for every preset and variant. */
final class Look {
    private Look() {}

    /** What holds in a cell: what is written, else the default. */
    static String of(Cell cell, String key) {
        return cell.kind()
                .group()
                .map(group -> Defaults.of(group, Preset.LAPTOP, Variant.STANDARD))
                .map(defaults -> cell.settings().getOrDefault(key, defaults.getOrDefault(key, "")))
                .orElse("");
    }

    /** A picture in words: {@code validation picture 3}, or a file's name. */
    static String picture(String image) {
        ImageRef ref = ImageRef.of(image);
        if (ref instanceof ImageRef.Validation row) {
            return "validation picture " + row.index();
        }
        return ref instanceof ImageRef.Train row ? "training picture " + row.index() : image;
    }

    /** A whole number that holds in a cell; 0 where it is none. */
    static int whole(Cell cell, String key) {
        try {
            return Integer.parseInt(of(cell, key).strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
