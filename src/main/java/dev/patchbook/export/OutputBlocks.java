package dev.patchbook.export;

import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.export.Blocks.Chip;
import dev.patchbook.export.Blocks.Fact;
import dev.patchbook.export.Blocks.Shot;
import dev.patchbook.export.RunFeed.Pace;
import dev.patchbook.notebook.Cell;
import dev.patchbook.session.CellOutput;
import dev.patchbook.session.CellOutput.AttentionOutput;
import dev.patchbook.session.CellOutput.CompareOutput;
import dev.patchbook.session.CellOutput.DataOutput;
import dev.patchbook.session.CellOutput.ImagesOutput;
import dev.patchbook.session.CellOutput.ModelOutput;
import dev.patchbook.session.CellOutput.PatchesOutput;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.session.SessionState;
import dev.patchbook.session.TrainOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns outputs into what a page shows of them. */
final class OutputBlocks {
    private static final int MOST_EXAMPLES = 12;
    private static final int MOST_ROWS = 100;
    private static final int MOST_TOKENS = 400;
    private static final double WIDE = 720;
    private static final double NARROW = 344;

    private OutputBlocks() {}

    /** What is shown of an output; settings are the cell's, defaults filled in. */
    static List<Map<String, Object>> of(
            SessionState state, CellOutput output, Cell cell, Map<String, String> settings) {
        if (output instanceof DataOutput data) {
            return data(data.summary(), settings);
        }
        if (output instanceof ModelOutput model) {
            return model(model.summary());
        }
        if (output instanceof TrainOutput train) {
            return TrainBlocks.of(train, Pace.of(state, cell));
        }
        if (output instanceof PatchesOutput patches) {
            return MapBlocks.patches(patches, settings);
        }
        if (output instanceof AttentionOutput attention) {
            return MapBlocks.attention(attention, settings);
        }
        if (output instanceof ImagesOutput images) {
            return MapBlocks.images(images.map(), settings);
        }
        if (output instanceof CompareOutput pair) {
            return PairBlocks.of(pair, settings);
        }
        return output instanceof SampleOutput sample ? sample(sample, settings) : List.of();
    }

    private static List<Map<String, Object>> data(DataSummary data, Map<String, String> settings) {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(Blocks.facts(
                new Fact("file", data.name()),
                new Fact("rows", Numbers.count(data.rows())),
                new Fact("usable", Numbers.count(data.usable())),
                new Fact("to train on", Numbers.count(data.train())),
                new Fact("to validate with", Numbers.count(data.validation())),
                new Fact("alphabet", Numbers.count(data.alphabet().size()) + " characters"),
                new Fact("longest caption", Numbers.count(data.longest()) + " characters"),
                new Fact("seen at", data.imageSize() + " × " + data.imageSize() + " pixels")));
        if (data.validation() == 0) {
            all.add(Blocks.warning("No rows validate: there is no evaluation."));
        } else if (data.sharedPictures() > 0) {
            all.add(Blocks.warning(Numbers.count(data.sharedPictures())
                    + (data.sharedPictures() == 1 ? " picture is" : " pictures are")
                    + " in both training and validation: the validation loss shows memory."));
        }
        List<Shot> shots = new ArrayList<>();
        for (DataSummary.Example row : shown(data.examples())) {
            String label = row.part() + " " + row.index();
            shots.add(Blocks.shot(row.picture(), "picture of row " + label, label, row.caption()));
        }
        if (!shots.isEmpty()) {
            all.add(Blocks.gallery(shots));
        }
        all.addAll(statistics(data, settings));
        if (!data.problems().isEmpty()) {
            String count = Numbers.count(data.rows() - data.usable()) + " of " + Numbers.count(data.rows());
            all.add(Blocks.more(
                    count + " rows cannot be used", List.of(Blocks.table(Sheets.problems(data), MOST_ROWS))));
        }
        return all;
    }

    /** What the rows are like. */
    private static List<Map<String, Object>> statistics(DataSummary data, Map<String, String> settings) {
        List<Map<String, Object>> charts = new ArrayList<>();
        for (DataChart chart : DataChart.all(data.statistics(), DataWords.maxLength(settings))) {
            if (!chart.bars().bars().isEmpty()) {
                charts.add(Blocks.drawing(
                        chart.svg(WIDE), chart.svg(NARROW), chart.bars().title() + "."));
            }
        }
        if (charts.isEmpty()) {
            return List.of();
        }
        charts.add(0, Blocks.words(String.join(". ", DataWords.of(data, settings)) + "."));
        return List.of(Blocks.more("What captions and pictures are like", charts));
    }

    /** The first examples of each part. */
    private static List<DataSummary.Example> shown(List<DataSummary.Example> all) {
        Map<String, List<DataSummary.Example>> parts = all.stream()
                .collect(Collectors.groupingBy(DataSummary.Example::part, LinkedHashMap::new, Collectors.toList()));
        return parts.values().stream()
                .flatMap(part -> part.stream().limit(MOST_EXAMPLES))
                .toList();
    }

    private static List<Map<String, Object>> model(ModelSummary model) {
        return List.of(
                Blocks.facts(
                        new Fact("parameters", Numbers.count(model.parameters())),
                        new Fact("variant", model.config().variant().id()),
                        new Fact("visual tokens", Numbers.count(model.config().visualTokens())),
                        new Fact("alphabet", Numbers.count(model.alphabet().size()) + " characters")),
                Blocks.table(Sheets.parts(model), MOST_ROWS));
    }

    private static List<Map<String, Object>> sample(SampleOutput sample, Map<String, String> settings) {
        List<Map<String, Object>> all = new ArrayList<>();
        String prompt = sample.generation().map(Generation::prompt).orElse(settings.getOrDefault("prompt", ""));
        sample.generation().ifPresent(done -> {
            String image = settings.getOrDefault("image", "");
            String reference = done.reference().isEmpty() ? "" : "its own caption: " + done.reference();
            all.add(Blocks.shots(List.of(Blocks.shot(done.picture(), "picture " + image, image, reference))));
            all.add(Blocks.caption(done.caption()));
        });
        List<TokenEvent> shown =
                sample.tokens().subList(0, Math.min(MOST_TOKENS, sample.tokens().size()));
        List<Chip> chips = new ArrayList<>();
        prompt.codePoints()
                .mapToObj(Character::toString)
                .forEach(c -> chips.add(new Chip(TokenWords.visible(c), "prompt", "p")));
        shown.forEach(token -> chips.add(chip(token)));
        if (!chips.isEmpty()) {
            all.add(Blocks.chips(chips));
            all.add(Blocks.words("Colour and underline: surprise, −log p of the character under the model; the thicker"
                    + " and darker, the less expected. Framed: the prompt."));
        }
        if (!shown.isEmpty()) {
            Sheet sheet = Sheets.tokens(shown);
            all.add(Blocks.more(sheet.title(), List.of(Blocks.table(sheet, MOST_TOKENS))));
        }
        return all;
    }

    private static Chip chip(TokenEvent token) {
        double p = token.chosen().probability();
        double surprise = TokenWords.surprise(p);
        long level = Math.round(Math.min(1, surprise / 4) * 4);
        return new Chip(
                TokenWords.visible(token.chosen().text()),
                "probability " + Numbers.probability(p) + ", surprise " + Numbers.significant(surprise, 2) + " nats",
                Long.toString(level));
    }
}
