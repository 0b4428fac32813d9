package dev.patchbook.engine.local;

import dev.patchbook.config.SampleSettings;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.engine.SampleTable;
import dev.patchbook.engine.SampleTable.Row;
import dev.patchbook.sample.BeamSearch;
import dev.patchbook.sample.Generated;
import dev.patchbook.sample.TextRequest;
import dev.patchbook.text.CaptionMetrics;
import dev.patchbook.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several captions of one picture, one a slice: with one seed after the other, or those that beams lead to at once. */
final class ManySamples implements SlicedJob.Slices<SampleTable> {
    private final LoadedModel model;
    private final SampleRequest request;
    private final ImageResolver images;
    private final int count;
    private final List<Row> rows = new ArrayList<>();

    ManySamples(LoadedModel model, SampleRequest request, ImageResolver images, int count) {
        this.model = model;
        this.request = request;
        this.images = images;
        this.count = count;
        model.retain();
    }

    @Override
    public Optional<SampleTable> next(LocalJob<?> job) {
        SampleSettings settings = request.settings();
        float[] pixels =
                images.shown(model, settings.image(), Scoring.where(request)).pixels();
        if (settings.beams() > 1 && !request.published()) {
            beams(job, pixels);
            return Optional.of(table());
        }
        if (rows.size() < count) {
            rows.add(sample(job, pixels, settings.withSeed(settings.seed() + rows.size())));
            job.report("writing captions", rows.size(), count);
        }
        return rows.size() < count ? Optional.empty() : Optional.of(table());
    }

    private Row sample(LocalJob<?> job, float[] pixels, SampleSettings settings) {
        Tokenizer tokenizer = model.tokenizer();
        TextRequest text = Captioner.text(pixels, settings, tokenizer);
        Scoring scoring = new Scoring(tokenizer);
        Generated generated = Captioner.generate(model, text, request.published(), job.token(), scoring::add);
        String caption = settings.prompt() + tokenizer.decode(generated.ids());
        return new Row(settings.seed(), caption, scoring.logProbability(), scoring.places(), generated.finished());
    }

    private void beams(LocalJob<?> job, float[] pixels) {
        SampleSettings settings = request.settings();
        TextRequest text = Captioner.text(pixels, settings, model.tokenizer());
        for (BeamSearch.Hypothesis one : BeamSearch.search(model.generator(), text, settings.beams(), job.token())) {
            String caption = settings.prompt() + model.tokenizer().decode(one.ids());
            int tokens = one.tokens().size() + (one.finished() ? 1 : 0);
            rows.add(new Row(settings.seed(), caption, one.logProbability(), tokens, one.finished()));
        }
    }

    private SampleTable table() {
        List<String> captions = rows.stream().map(Row::caption).toList();
        return new SampleTable(
                rows,
                (int) captions.stream().distinct().count(),
                CaptionMetrics.distinct(captions, 1),
                CaptionMetrics.distinct(captions, 2));
    }

    @Override
    public void close() {
        model.close();
    }
}
