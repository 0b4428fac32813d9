package dev.patchbook.checkpoint;

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
    /** Captions noted at a step: updates done, and the captions of the first validation pictures. */
    public record Captions(long step, List<String> captions) {}

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
            Captions line = new Captions(in.whole("step", 0, Long.MAX_VALUE), in.texts("captions"));
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

    private static MetricLine metric(JsonObject in) {
        String event = in.text("event");
        double loss = in.has("loss") ? in.decimalOrNan("loss") : Double.NaN;
        double ms = in.has("ms") ? in.decimalOrNan("ms") : Double.NaN;
        String reason = in.has("reason") ? in.text("reason") : "";
        MetricLine line = new MetricLine(event, in.whole("step", 0, Long.MAX_VALUE), loss, ms, reason);
        in.done();
        return line;
    }
}
