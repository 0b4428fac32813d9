package dev.patchbook.engine.local;

import dev.patchbook.augment.Augmenter;
import dev.patchbook.base.Picture;
import dev.patchbook.config.Augment;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.data.Dataset;
import dev.patchbook.data.PictureChange;
import dev.patchbook.data.picture.StoredPicture;
import dev.patchbook.data.picture.Transparency;
import dev.patchbook.engine.AugmentPreview;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Shows what changing training pictures does. */
final class Augmented {
    private static final int MOST_PICTURES = 64;

    private Augmented() {}

    /** The first training pictures, each as some steps would see it. */
    static AugmentPreview preview(Dataset data, TrainSettings settings, int pictures, int times) {
        PictureChange change =
                settings.augment().none() ? PictureChange.NONE : new Augmenter(settings.augment(), settings.seed());
        List<AugmentPreview.Row> rows = new ArrayList<>();
        int size = data.imageSize();
        int[] first = Arrays.stream(data.train())
                .distinct()
                .limit(Math.min(pictures, MOST_PICTURES))
                .toArray();
        for (int place = 0; place < first.length; place++) {
            Dataset.Row row = data.rows().get(first[place]);
            byte[] values = row.picture().values(Transparency.OVER_BACKGROUND);
            List<Picture> after = new ArrayList<>();
            for (int step = 0; step < Math.min(times, MOST_PICTURES); step++) {
                after.add(StoredPicture.picture(size, change.changed(values, size, step, place)));
            }
            rows.add(new AugmentPreview.Row(row.caption(), StoredPicture.picture(size, values), after));
        }
        return new AugmentPreview(
                rows, warning(settings.augment(), data).stream().toList());
    }

    /** What mirrored pictures would make untrue. */
    static Optional<String> warning(Augment augment, Dataset data) {
        return DataSummaries.statistics(data.statistics()).warning(augment);
    }
}
