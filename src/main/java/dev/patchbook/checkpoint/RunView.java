package dev.patchbook.checkpoint;

import dev.patchbook.base.ImageUse;
import dev.patchbook.base.StepDetail;
import dev.patchbook.base.UpdateRatios;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is on disk at a moment; for looking, not for writing.
 *
 * @param folder the run's folder
 * @param run what {@code run.json} holds
 */
public record RunView(Path folder, Run run) {
    /** Captions noted at a step: updates done, the captions, and which pictures they are of, where that was noted. */
    public record Captions(long step, List<String> captions, List<String> pins) {
        /** Of pictures that are not named. */
        public Captions(long step, List<String> captions) {
            this(step, captions, List.of());
        }
    }

    /** The newest checkpoint, if there is one. */
    public Optional<Path> lastCheckpoint() {
        return existing(run.last());
    }

    /** The checkpoint with the smallest validation loss, if there is one. */
    public Optional<Path> bestCheckpoint() {
        Run.Best best = run.best();
        return existing(best == null ? null : best.checkpoint());
    }

    /** Every line of {@code metrics.jsonl}. */
    public List<MetricLine> metrics() {
        return RunFolder.metrics(folder).read(RunView::metric);
    }

    /** Every line of {@code captions.jsonl}. */
    public List<Captions> captions() {
        return RunFolder.captions(folder).read(in -> {
            List<String> pins = in.has("pins") ? in.texts("pins") : List.of();
            Captions line = new Captions(in.whole("step", 0, Long.MAX_VALUE), in.texts("captions"), pins);
            in.done();
            return line;
        });
    }

    private Optional<Path> existing(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        Path path = RunFolder.checkpoint(folder, name);
        AtomicFiles.recover(path);
        return Files.isDirectory(path) ? Optional.of(path) : Optional.empty();
    }

    private static MetricLine stage(JsonObject in) {
        in.count("stage", Integer.MAX_VALUE);
        in.count("of", Integer.MAX_VALUE);
        MetricLine line =
                new MetricLine("stage", in.whole("step", 0, Long.MAX_VALUE), Double.NaN, Double.NaN, in.text("trains"));
        in.done();
        return line;
    }

    private static MetricLine metric(JsonObject in) {
        String event = in.text("event");
        if (event.equals("stage")) {
            return stage(in);
        }
        String reason = in.has("reason") ? in.text("reason") : "";
        MetricLine line = new MetricLine(
                event,
                in.whole("step", 0, Long.MAX_VALUE),
                number(in, "loss"),
                number(in, "ms"),
                reason,
                number(in, "learning_rate"),
                number(in, "gradient_norm"),
                detail(in),
                use(in));
        in.done();
        return line;
    }

    private static StepDetail detail(JsonObject in) {
        if (!in.has("rows")) {
            return StepDetail.NONE;
        }
        UpdateRatios ratios = UpdateRatios.NONE;
        JsonObject parts = in.has("update_ratios") ? in.objectOrNull("update_ratios") : null;
        if (parts != null) {
            ratios = new UpdateRatios(
                    number(parts, "vision"),
                    number(parts, "projector"),
                    number(parts, "embeddings"),
                    number(parts, "decoder"),
                    number(parts, "head"));
            parts.done();
        }
        return new StepDetail(in.count("rows", Integer.MAX_VALUE), number(in, "data_ms"), ratios);
    }

    private static ImageUse use(JsonObject in) {
        JsonObject use = in.has("image_use") ? in.objectOrNull("image_use") : null;
        if (use == null) {
            return ImageUse.NONE;
        }
        ImageUse found = new ImageUse(
                use.count("rows", Integer.MAX_VALUE),
                number(use, "loss"),
                number(use, "shuffled"),
                number(use, "blank"));
        number(use, "gap"); // follows from the others
        number(use, "blank_gap");
        use.done();
        return found;
    }

    private static double number(JsonObject in, String key) {
        return in.has(key) ? in.decimalOrNan(key) : Double.NaN;
    }
}
