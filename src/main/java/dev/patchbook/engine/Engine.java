package dev.patchbook.engine;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.TrainSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The narrow port between the program and what computes. All calls return at once and may come from any thread; the work
 * runs on the engine's own thread, in the order asked for, except that looking and sampling while a run trains take their
 * turn between two of its steps. Event consumers are called on the engine's thread and must not block it. A job fails with
 * a {@link dev.patchbook.base.UserFacingException} where a person can do something about it.
 */
public interface Engine extends AutoCloseable {
    /** Reads a data source and splits it. */
    Job<DataSummary> load(DataRequest request);

    /**
     * The first rows of a data source and how it was understood, without reading the rest; done beside whatever else the
     * engine does.
     *
     * @param rows how many at most
     */
    default Job<DataPreview> preview(DataRequest request, int rows) {
        return preview(request, 0, rows);
    }

    /**
     * Some of the first rows; the pictures of those before them are not decoded.
     *
     * @param after how many rows to pass over
     * @param rows how many at most
     */
    default Job<DataPreview> preview(DataRequest request, int after, int rows) {
        throw new UserFacingException("This engine shows no previews.", "Read the data itself.");
    }

    /** Reads a data source to its end and says which rows can be used, keeping none; done beside whatever else there is. */
    default Job<DataCheck> check(DataRequest request) {
        throw new UserFacingException("This engine checks no data.", "Read the data itself.");
    }

    /** Some of the usable rows of data, found and sorted; done beside whatever else there is. */
    default Job<RowPage> rows(DataId data, RowQuery query) {
        throw new UserFacingException("This engine shows no rows.", "Look at the data itself.");
    }

    /**
     * Reads a row again and shows each step of its way to what a model reads; done beside whatever else there is. Fails
     * where the source has changed since, or may no longer be read.
     *
     * @param row its {@link RowPage.Row#index}
     * @param model one that reads it; without, what the settings of the data alone say
     */
    default Job<RowSteps> steps(DataId data, int row, Optional<ModelId> model) {
        throw new UserFacingException("This engine shows no rows.", "Look at the data itself.");
    }

    /**
     * What changing training pictures does to some of them.
     *
     * @param data whose training rows, from the first
     * @param settings which changes, and the seed
     * @param pictures how many pictures
     * @param times how often each
     */
    default Job<AugmentPreview> augmented(DataId data, TrainSettings settings, int pictures, int times) {
        throw new UserFacingException("This engine changes no pictures.", "Train with augment set to none.");
    }

    /**
     * Builds a model with fresh weights.
     *
     * @param data what it is for; gives picture size and alphabet
     * @param settings its sizes and switches
     */
    Job<ModelSummary> build(DataId data, ModelSettings settings);

    /** Opens a checkpoint's folder, or a run's (its last checkpoint). */
    Job<ModelSummary> open(Path folder);

    /** Opens a checkpoint's folder, or a run's, to be shown the rows of data that is loaded. */
    Job<ModelSummary> open(Path folder, DataId data);

    /** Trains a copy of a model; the model trained can be looked at from the start. */
    TrainingJob train(TrainRequest request, Consumer<TrainEvent> events);

    /**
     * Trains as {@link #train} does, but takes its steps in turn with another run instead of waiting for it to end: both see the
     * same batch at the same step where data, seed, batch and variant agree.
     *
     * @param with a run of this engine; where it is over, the new one waits its turn like any other
     */
    default TrainingJob race(TrainingJob with, TrainRequest request, Consumer<TrainEvent> events) {
        return train(request, events);
    }

    /** Generates a caption; one event a token. */
    Job<Generation> sample(SampleRequest request, Consumer<TokenEvent> tokens);

    /**
     * Goes on from tokens chosen already: these are taken as they are, those after them chosen as the settings say, one by
     * one. A draw depends on the seed and on how many tokens were chosen before, so the same start is gone on with in the same way.
     *
     * @param start ids after the prompt; a token that stops ends the caption
     * @return the caption from the prompt on
     */
    default Job<Generation> follow(SampleRequest request, List<Integer> start) {
        throw new UserFacingException("This engine does not go on from a beginning.", "Generate a caption.");
    }

    /**
     * Reads a text as a picture's caption: how likely each of its characters is, and every other in its place.
     *
     * @param request the picture, and whether it is read as the articles' loop does
     */
    default Job<TextScores> score(SampleRequest request, String text) {
        throw new UserFacingException("This engine scores no texts.", "Generate a caption.");
    }

    /**
     * Several captions of one picture, with one seed after the other from the request's on; a run that trains goes on between two.
     *
     * @param count how many
     */
    default Job<SampleTable> samples(SampleRequest request, int count) {
        throw new UserFacingException("This engine writes one caption at a time.", "Generate a caption.");
    }

    /**
     * A caption for every picture of a part of the model's data; a run that trains goes on between two.
     *
     * @param request how to write them; its picture is not used
     * @param part {@code train} or {@code validation}
     */
    default Job<CaptionTable> captions(SampleRequest request, String part) {
        throw new UserFacingException("This engine writes one caption at a time.", "Generate a caption.");
    }

    /** What the model makes of each patch of a picture. */
    Job<PatchView> patches(LookRequest request);

    /** Every attention map of a model for a picture and its caption. */
    Job<AttentionView> attention(LookRequest request);

    /** Closer looks into models. */
    default Inside inside() {
        throw new UserFacingException("This engine looks no closer.", "Look at patches and attention.");
    }

    /** Forgets data or a model; unknown ones are ignored. */
    void release(Object id);

    @Override
    void close();
}
