package dev.patchbook.engine;

import dev.patchbook.engine.TrainEvent.Reason;
import java.nio.file.Path;

/**
 * How a run ended.
 *
 * @param model the model trained
 * @param step updates done
 * @param reason why it ended
 * @param folder the run's folder
 * @param message for people, where the reason alone does not say it; empty otherwise
 */
public record TrainSummary(ModelId model, long step, Reason reason, Path folder, String message) {}
