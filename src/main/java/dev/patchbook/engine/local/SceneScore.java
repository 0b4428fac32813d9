package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.checkpoint.Checkpoint;
import dev.patchbook.config.DataSettings;
import dev.patchbook.config.Group;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.data.Dataset;
import dev.patchbook.data.DatasetLoader;
import dev.patchbook.data.ReadProgress;
import dev.patchbook.plan.Workers;
import dev.patchbook.train.CaptionScorer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Scores a checkpoint's captions on the validation part of a data source. */
final class SceneScore {
    private SceneScore() {}

    static Map<String, Double> of(Path folder, String file, Workers workers) {
        Checkpoint checkpoint = Checkpoint.read(folder);
        Map<String, String> written = new LinkedHashMap<>(checkpoint.info().written(Group.DATA));
        written.put("file", file);
        DataSettings settings = DataSettings.of(
                written,
                ModelSettings.preset(checkpoint.info().written(Group.MODEL)),
                checkpoint.info().model().variant());
        Dataset data = new DatasetLoader(Path.of(""), settings, true).load(ReadProgress.NONE, new CancelToken());
        LoadedModel model = ModelFactory.open(folder, workers, Optional.empty());
        try {
            CaptionScorer scorer =
                    new CaptionScorer(model.runtime(), model.generator(), model.tokenizer(), data, model.scale());
            CaptionScorer.Scores scores = scorer.score(new CancelToken());
            Map<String, Double> shares = new LinkedHashMap<>();
            shares.put("pictures", (double) scores.pictures());
            put(shares, "", scores.model());
            put(shares, "blank_", scores.blank());
            put(shares, "frequent_", scores.frequent());
            return shares;
        } finally {
            model.close();
        }
    }

    private static void put(Map<String, Double> shares, String prefix, CaptionScorer.Score score) {
        shares.put(prefix + "words", score.words());
        shares.put(prefix + "exact", score.exact());
    }
}
