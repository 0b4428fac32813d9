package dev.patchbook.train;

import dev.patchbook.augment.Augmenter;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.data.Batch;
import dev.patchbook.data.BatchSampler;
import dev.patchbook.data.Collator;
import dev.patchbook.data.PictureChange;
import dev.patchbook.data.picture.StoredPicture;
import java.util.Arrays;
import java.util.List;

/** The batch of each step, a function of seed and step alone. */
final class BatchSource {
    private final Trainer.Setup setup;
    private final BatchSampler sampler;
    private final Collator collator;
    private final PictureChange change;
    private final Batch batch;
    private List<StoredPicture> pictures = List.of();

    BatchSource(Trainer.Setup setup) {
        this.setup = setup;
        TrainSettings settings = setup.settings();
        var config = setup.runtime().config();
        this.sampler = new BatchSampler(config.variant(), setup.data().train(), settings.batch(), settings.seed());
        this.collator = new Collator(config.variant(), setup.tokenizer(), setup.scale(), config.textCapacity());
        this.change =
                settings.augment().none() ? PictureChange.NONE : new Augmenter(settings.augment(), settings.seed());
        this.batch = new Batch(setup.data().imageSize());
    }

    /** The batch of a step, until the next is asked for. */
    Batch at(long step) {
        int[] rows = sampler.rows(step);
        collator.fill(batch, setup.data(), change, step, rows);
        pictures = Arrays.stream(rows)
                .mapToObj(row -> setup.data().rows().get(row).picture())
                .toList();
        return batch;
    }

    /** What the pixels of the last batch were made from. */
    List<StoredPicture> pictures() {
        return pictures;
    }
}
