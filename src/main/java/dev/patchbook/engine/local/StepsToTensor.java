package dev.patchbook.engine.local;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.DataSettings;
import dev.patchbook.data.Dataset;
import dev.patchbook.data.ReadProgress;
import dev.patchbook.data.RowReader;
import dev.patchbook.data.picture.Resize;
import dev.patchbook.data.picture.Transparency;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.RowSteps;
import dev.patchbook.text.CharacterTokenizer;
import dev.patchbook.text.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a row again and keeps what each step of its way makes of it. */
final class StepsToTensor {
    private static final List<String> COLOURS = List.of("red", "green", "blue");

    private StepsToTensor() {}

    static RowSteps of(LoadedData loaded, int index, Optional<LoadedModel> model, ReadProgress progress) {
        Dataset data = loaded.dataset();
        Dataset.Row row = loaded.table()
                .find(index)
                .orElseThrow(() ->
                        new UserFacingException("There is no such row in " + data.name() + ".", "Choose another row."));
        DataRequest request = loaded.request();
        RowReader.Again read =
                RowReader.read(request.folder(), request.settings(), request.allowOutside(), data, row, progress);
        Transparency transparency = model.map(m -> Transparency.of(m.variant())).orElse(Transparency.OVER_BACKGROUND);
        byte[] values = row.picture().values(transparency);
        float[] scaled = new float[values.length];
        loaded.scale().scale(values, scaled, 0);
        return new RowSteps(
                loaded.table().row(index),
                data.name(),
                row.picture().hash(),
                new RowSteps.File(
                        read.file().format(), read.file().bytes(), read.file().orientation(), alpha(read.picture())),
                pictures(loaded, read.picture(), row, transparency),
                new TensorView(scaled, 3, data.imageSize(), data.imageSize()),
                channels(scaled),
                request.settings().normalize(),
                model.map(m -> m.config().vision().patch()).orElse(0),
                text(read, request.settings(), tokenizer(data, model), model.isPresent()));
    }

    private static boolean alpha(Picture picture) {
        return Arrays.stream(picture.argb()).anyMatch(argb -> argb >>> 24 != 255);
    }

    private static RowSteps.Pictures pictures(
            LoadedData loaded, Picture picture, Dataset.Row row, Transparency transparency) {
        int background = loaded.request().settings().background();
        Picture given = Pictures.reduce(picture);
        return new RowSteps.Pictures(
                given,
                Resize.opaque(given, transparency, background),
                transparency == Transparency.DROPPED ? -1 : background,
                loaded.dataset().resized(row, transparency));
    }

    private static List<RowSteps.Channel> channels(float[] values) {
        List<RowSteps.Channel> channels = new ArrayList<>();
        int plane = values.length / COLOURS.size();
        for (int c = 0; c < COLOURS.size(); c++) {
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            double sum = 0;
            for (int i = c * plane; i < (c + 1) * plane; i++) {
                min = Math.min(min, values[i]);
                max = Math.max(max, values[i]);
                sum += values[i];
            }
            channels.add(new RowSteps.Channel(COLOURS.get(c), min, sum / plane, max));
        }
        return channels;
    }

    private static Tokenizer tokenizer(Dataset data, Optional<LoadedModel> model) {
        return model.map(LoadedModel::tokenizer).orElseGet(() -> CharacterTokenizer.of(data.alphabet(), false));
    }

    private static RowSteps.Text text(
            RowReader.Again read, DataSettings settings, Tokenizer tokenizer, boolean framed) {
        List<String> changes = new ArrayList<>();
        if (!read.given().equals(read.caption())) {
            changes.add("brought to " + settings.normalizeText().toUpperCase(Locale.ROOT));
        }
        if (read.mapped()) {
            changes.add("characters replaced by the nearest in the alphabet");
        }
        if (read.cut() > 0) {
            changes.add(read.cut() + (read.cut() == 1 ? " character" : " characters") + " cut off at max-length "
                    + settings.maxLength());
        }
        List<RowSteps.Token> tokens = new ArrayList<>();
        if (framed) {
            tokenizer.begin().ifPresent(id -> tokens.add(token(tokenizer, id)));
        }
        for (int id : tokenizer.encode(read.used())) {
            tokens.add(token(tokenizer, id));
        }
        if (framed) {
            tokenizer.end().ifPresent(id -> tokens.add(token(tokenizer, id)));
        }
        return new RowSteps.Text(read.caption(), changes, tokens);
    }

    private static RowSteps.Token token(Tokenizer tokenizer, int id) {
        return new RowSteps.Token(id, tokenizer.text(id));
    }
}
