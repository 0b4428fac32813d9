package dev.patchbook.export;

import dev.patchbook.base.TensorView;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.PatchView;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.engine.TokenEvent.Candidate;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.session.CellOutput;
import dev.patchbook.session.CellOutput.AttentionOutput;
import dev.patchbook.session.CellOutput.CompareOutput;
import dev.patchbook.session.CellOutput.DataOutput;
import dev.patchbook.session.CellOutput.ImagesOutput;
import dev.patchbook.session.CellOutput.ModelOutput;
import dev.patchbook.session.CellOutput.PatchesOutput;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.session.LossSeries;
import dev.patchbook.session.TrainOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Everything an output shows, as tables. */
public final class Sheets {
    private static final int OTHERS = 4;

    private Sheets() {}

    /** The tables of an output. */
    public static List<Sheet> of(CellOutput output) {
        if (output instanceof DataOutput data) {
            List<Sheet> sheets = new ArrayList<>(List.of(examples(data.summary()), problems(data.summary())));
            DataChart.all(data.summary().statistics(), 0).forEach(chart -> sheets.add(chart.sheet()));
            return sheets;
        }
        if (output instanceof ModelOutput model) {
            return List.of(parts(model.summary()));
        }
        if (output instanceof TrainOutput train) {
            return List.of(losses(train.series()), evaluations(train.evaluations()));
        }
        if (output instanceof PatchesOutput patches) {
            return List.of(patches(patches.view()));
        }
        if (output instanceof AttentionOutput attention) {
            return List.of(vision(attention.view()), text(attention.view()));
        }
        if (output instanceof ImagesOutput images) {
            return List.of(PictureMap.of(images.map(), false, "").sheet());
        }
        if (output instanceof CompareOutput pair) {
            return PairSheets.of(pair);
        }
        if (output instanceof SampleOutput sample) {
            List<Sheet> sheets = new ArrayList<>(List.of(tokens(sample.tokens())));
            sheets.addAll(CaptionSheets.of(sample));
            return sheets;
        }
        return List.of();
    }

    static Sheet examples(DataSummary data) {
        List<List<Object>> rows = new ArrayList<>();
        data.examples().forEach(row -> rows.add(List.of(row.part(), (long) row.index(), row.caption())));
        return new Sheet("examples", "Examples", List.of("part", "row", "caption"), rows);
    }

    static Sheet problems(DataSummary data) {
        List<List<Object>> rows = new ArrayList<>();
        data.problems()
                .forEach(row -> rows.add(List.of(row.row(), row.line(), row.field(), row.reason(), row.remedy())));
        List<String> head = List.of("row", "line", "column", "what is wrong", "what to do");
        return new Sheet("unusable-rows", "Rows that cannot be used", head, rows);
    }

    static Sheet parts(ModelSummary model) {
        List<List<Object>> rows = new ArrayList<>();
        for (ModelSummary.Part part : model.parts()) {
            rows.add(List.of(part.name(), part.detail(), part.output(), part.parameters()));
        }
        List<String> head = List.of("part", "sizes", "hands on", "parameters");
        return new Sheet("parts", "Parts of the model, in the order the data flows", head, rows);
    }

    static Sheet losses(LossSeries series) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            rows.add(List.of(
                    series.step(i), series.loss(i), series.learningRate(i), series.gradientNorm(i), series.ms(i)));
        }
        List<String> head = List.of("step", "training loss", "learning rate", "gradient norm", "milliseconds");
        return new Sheet("losses", "Training loss of each step", head, rows);
    }

    static Sheet evaluations(List<Evaluated> looks) {
        int captions =
                looks.stream().mapToInt(look -> look.captions().size()).max().orElse(0);
        List<String> pins =
                looks.isEmpty() ? List.of() : looks.get(looks.size() - 1).pins();
        List<String> head = new ArrayList<>(List.of("step", "validation loss"));
        for (int i = 0; i < captions; i++) {
            head.add("caption of " + (i < pins.size() ? pins.get(i) : "validation picture " + i));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Evaluated look : looks) {
            List<Object> row = new ArrayList<>(List.of(look.step(), look.loss()));
            for (int i = 0; i < captions; i++) {
                row.add(i < look.captions().size() ? look.captions().get(i).strip() : "");
            }
            rows.add(row);
        }
        return new Sheet("evaluations", "Looks at the validation rows", head, rows);
    }

    static Sheet patches(PatchView view) {
        List<List<Object>> rows = new ArrayList<>();
        float[] norms = view.norms().data();
        for (int i = 0; i < norms.length; i++) {
            rows.add(List.of((long) i, (long) (i / view.grid()), (long) (i % view.grid()), (double) norms[i]));
        }
        List<String> head = List.of("patch", "row", "column", "embedding norm");
        return new Sheet("patches", "Length of each patch's embedding", head, rows);
    }

    /** What CLS gives to each patch: a row a patch, a column a head. */
    static Sheet vision(AttentionView view) {
        TensorView all = view.vision();
        int grid = view.grid();
        List<String> head = new ArrayList<>(List.of("patch", "row", "column"));
        heads(all, head);
        List<List<Object>> rows = new ArrayList<>();
        for (int patch = 0; patch < grid * grid; patch++) {
            List<Object> row = new ArrayList<>(List.of((long) patch, (long) (patch / grid), (long) (patch % grid)));
            weights(all, 0, patch + 1, row);
            rows.add(row);
        }
        return new Sheet("attention-vision", "Weight of each patch for CLS, by block and head", head, rows);
    }

    /** What the last token gives to each token: a row a token, a column a head. */
    static Sheet text(AttentionView view) {
        List<String> head = new ArrayList<>(List.of("token", "text"));
        heads(view.text(), head);
        List<List<Object>> rows = new ArrayList<>();
        int last = view.tokens().size() - 1;
        for (int token = 0; token <= last; token++) {
            String name = token < view.visualTokens()
                    ? "visual " + token
                    : TokenWords.spoken(view.tokens().get(token));
            List<Object> row = new ArrayList<>(List.of((long) token, name));
            weights(view.text(), last, token, row);
            rows.add(row);
        }
        return new Sheet("attention-text", "Weight of each token for the last one, by block and head", head, rows);
    }

    private static void heads(TensorView all, List<String> head) {
        for (int i = 0; i < all.shape()[0] * all.shape()[1]; i++) {
            head.add("block " + i / all.shape()[1] + ", head " + i % all.shape()[1]);
        }
    }

    private static void weights(TensorView all, int query, int key, List<Object> row) {
        for (int i = 0; i < all.shape()[0] * all.shape()[1]; i++) {
            row.add((double) all.at(i / all.shape()[1], i % all.shape()[1], query, key));
        }
    }

    static Sheet tokens(List<TokenEvent> tokens) {
        List<List<Object>> rows = new ArrayList<>();
        for (TokenEvent token : tokens) {
            double probability = token.chosen().probability();
            rows.add(List.of(
                    token.index() + 1L,
                    TokenWords.spoken(token.chosen().text()),
                    probability,
                    TokenWords.surprise(probability),
                    others(token)));
        }
        List<String> head =
                List.of("character", "chosen", "probability", "surprise (nats)", "what else it could have been");
        return new Sheet("characters", "Each character and what else it could have been", head, rows);
    }

    private static String others(TokenEvent token) {
        return token.raw().stream()
                .filter(other -> other.token() != token.chosen().token())
                .limit(OTHERS)
                .map(Sheets::candidate)
                .collect(Collectors.joining(", "));
    }

    private static String candidate(Candidate candidate) {
        return TokenWords.spoken(candidate.text()) + " " + Numbers.probability(candidate.probability());
    }
}
