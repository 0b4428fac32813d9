package dev.patchbook.engine.local;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.SettingException;
import dev.patchbook.engine.CompareLook;
import dev.patchbook.engine.CompareLook.Side;
import dev.patchbook.engine.ModelId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the two models of a comparison. For the engine's thread. */
final class Sides {
    private final Holdings holdings;
    private final PastModels past;

    /**
     * What a side looks at.
     *
     * @param checkpoint its folder; empty: the weights of now
     */
    private record Place(ModelId model, Optional<Path> checkpoint, String image) {}

    Sides(Holdings holdings, PastModels past) {
        this.holdings = holdings;
        this.past = past;
    }

    /**
     * Checks that both sides are there, and not the same.
     *
     * @throws UserFacingException where one is not, or they are
     */
    void check(CompareLook look) {
        Place left = place(look.left());
        Place right = place(look.right());
        boolean same = left.checkpoint().isPresent() || right.checkpoint().isPresent()
                ? left.checkpoint().equals(right.checkpoint())
                : left.model().equals(right.model());
        if (same && left.image().equals(right.image())) {
            long step = holdings.model(left.model()).step();
            String which = left.checkpoint()
                    .map(folder -> "the checkpoint of step " + Long.parseLong(String.valueOf(folder.getFileName())))
                    .orElse("the weights after " + step + (step == 1 ? " update" : " updates"));
            throw new SettingException(
                    "right-step",
                    "Both sides are the same: " + which + " with " + left.image() + ".",
                    "Train on until there is another checkpoint, choose other steps or runs, give right-image another"
                            + " picture, or name a second train or model cell in from.");
        }
    }

    private Place place(Side side) {
        LoadedModel model = holdings.model(side.model());
        return new Place(side.model(), checkpoint(side, model), side.image());
    }

    /**
     * A side's model; whoever asks closes it. Weights of now are copied, so that all of a look is of one moment.
     *
     * @throws UserFacingException where there is none
     */
    LoadedModel open(Side side) {
        LoadedModel model = holdings.model(side.model());
        Optional<Path> checkpoint = checkpoint(side, model);
        if (checkpoint.isEmpty()) {
            return model.still();
        }
        LoadedModel then = past.open(checkpoint.get(), model, holdings.workers());
        then.retain();
        return then;
    }

    /** The checkpoint a side looks at; empty where it is the weights of now. */
    private static Optional<Path> checkpoint(Side side, LoadedModel model) {
        if (side.run().isEmpty() && (side.step() == 0 || side.step() == model.step())) {
            return Optional.empty();
        }
        Path checkpoints = side.run()
                .map(run -> PastModels.checkpoints(run.toString()))
                .or(() -> model.origin().map(PastModels::checkpoints))
                .orElseThrow(() -> none(side));
        List<Long> steps =
                PastModels.steps(checkpoints).stream().filter(step -> step > 0).toList();
        if (steps.isEmpty()) {
            throw none(side);
        }
        if (side.step() == 0) {
            Path run = side.run().orElseThrow();
            Path ended = RunSettings.ended(run);
            return Optional.of(ended.equals(run) ? PastModels.folder(checkpoints, steps.get(steps.size() - 1)) : ended);
        }
        long step = side.step() < 0 ? steps.get(0) : side.step();
        if (side.run().isEmpty() && step == model.step()) {
            return Optional.empty();
        }
        if (!steps.contains(step)) {
            throw new SettingException(
                    side.name() + "-step",
                    "There is no checkpoint of step " + step + " to look at.",
                    "Set " + side.name() + "-step to now, first, or to " + PastModels.words(steps));
        }
        return Optional.of(PastModels.folder(checkpoints, step));
    }

    private static SettingException none(Side side) {
        return new SettingException(
                side.name() + "-step",
                "The run on the " + side.name() + " has written no checkpoint yet.",
                "Run this cell again once it has, or set " + side.name()
                        + "-step to now and compare with another picture, run or cell.");
    }
}
