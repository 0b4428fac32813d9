package dev.patchbook.store;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.Checkpoint;
import dev.patchbook.checkpoint.RunView;
import dev.patchbook.config.Group;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.config.Training;
import dev.patchbook.engine.PartList;
import dev.patchbook.engine.TrainEvent.Stage;
import java.nio.file.Path;
import java.util.Optional;

/** What trained last in a run of an earlier time. */
final class PastStage {
    private PastStage() {}

    /** The stage of a run's last update; empty where its last checkpoint is gone or damaged, which opening it will say. */
    static Optional<Stage> of(RunView view, long updates) {
        Optional<Path> last = view.lastCheckpoint();
        try {
            return last.map(folder -> stage(view, Checkpoint.read(folder).info().model(), updates));
        } catch (UserFacingException e) {
            return Optional.empty();
        }
    }

    private static Stage stage(RunView view, ModelConfig config, long updates) {
        TrainSettings settings = TrainSettings.of(
                view.run().settings(Group.TRAIN),
                ModelSettings.preset(view.run().settings(Group.MODEL)));
        long step = Math.max(0, updates - 1);
        Training training = settings.at(step);
        return new Stage(
                settings.stages().start(settings.stages().at(step)),
                settings.stages().at(step),
                settings.stages().stages().size(),
                training.parts().text(),
                PartList.of(config, training));
    }
}
