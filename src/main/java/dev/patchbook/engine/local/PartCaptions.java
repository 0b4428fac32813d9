package dev.patchbook.engine.local;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.data.Part;
import dev.patchbook.engine.CaptionTable;
import dev.patchbook.engine.CaptionTable.Row;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.sample.Generated;
import dev.patchbook.sample.TextRequest;
import dev.patchbook.text.CaptionMetrics;
import dev.patchbook.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A caption for every picture of a part of the data, one a slice. */
final class PartCaptions implements SlicedJob.Slices<CaptionTable> {
    private final LoadedModel model;
    private final SampleRequest request;
    private final ImageResolver images;
    private final Part part;
    private final int count;
    private final List<Row> rows = new ArrayList<>();
    private final CaptionMetrics.Bleu bleu = new CaptionMetrics.Bleu();
    private double characterEdits;
    private double characters;
    private double wordEdits;
    private double words;

    PartCaptions(LoadedModel model, SampleRequest request, ImageResolver images, Part part) {
        this.model = model;
        this.request = request;
        this.images = images;
        this.part = part;
        this.count =
                model.data().map(data -> data.dataset().parts().of(part).length).orElse(0);
        if (count == 0) {
            throw new UserFacingException(
                    "There are no " + part.id() + " rows to write captions for.",
                    "Choose the other part, or keep some rows for validation.");
        }
        model.retain();
    }

    @Override
    public Optional<CaptionTable> next(LocalJob<?> job) {
        Shown shown = images.shown(model, part.id() + " " + rows.size(), Scoring.where(request));
        String reference = shown.caption();
        SampleSettings settings = settings(reference);
        Tokenizer tokenizer = model.tokenizer();
        TextRequest text = Captioner.text(shown.pixels(), settings, tokenizer);
        Scoring scoring = new Scoring(tokenizer);
        Generated generated = Captioner.generate(model, text, request.published(), job.token(), scoring::add);
        add(reference, settings.prompt() + tokenizer.decode(generated.ids()), scoring.logProbability());
        job.report("writing captions", rows.size(), count);
        return rows.size() < count ? Optional.empty() : Optional.of(table());
    }

    /** Without a begin token the model needs something to start from: the caption's first character. */
    private SampleSettings settings(String reference) {
        SampleSettings settings = request.settings();
        boolean given =
                model.tokenizer().begin().isPresent() || !settings.prompt().isEmpty();
        return given || reference.isEmpty()
                ? settings
                : settings.withPrompt(reference.substring(0, reference.offsetByCodePoints(0, 1)));
    }

    private void add(String reference, String caption, double logProbability) {
        double byCharacter = CaptionMetrics.characterErrors(reference, caption);
        double byWord = CaptionMetrics.wordErrors(reference, caption);
        double one = CaptionMetrics.bleu(reference, caption);
        rows.add(new Row(rows.size(), reference, caption, byCharacter, byWord, one, logProbability));
        bleu.add(reference, caption);
        int inCharacters = Math.max(1, reference.codePointCount(0, reference.length()));
        int inWords = Math.max(1, reference.strip().split("\\s+", -1).length);
        characterEdits += byCharacter * inCharacters;
        characters += inCharacters;
        wordEdits += byWord * inWords;
        words += inWords;
    }

    private CaptionTable table() {
        double exact = rows.stream().filter(Row::exact).count() / (double) rows.size();
        return new CaptionTable(part.id(), rows, exact, characterEdits / characters, wordEdits / words, bleu.value());
    }

    @Override
    public void close() {
        model.close();
    }
}
