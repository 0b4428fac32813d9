package dev.patchbook.export;

import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.CaptionTable;
import dev.patchbook.engine.SampleTable;
import dev.patchbook.engine.TextScores;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.session.TextTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tables of many captions. */
public final class CaptionSheets {
    private CaptionSheets() {}

    /** What a person had made of a caption, and the row's own: tables without rows where there is nothing. */
    static List<Sheet> of(SampleOutput sample) {
        List<Sheet> sheets = new ArrayList<>();
        sample.generation().ifPresent(done -> {
            sheets.add(truth(done.truth()));
            sheets.add(texts(TextTree.of(done, sample.branches())));
        });
        sample.samples().map(CaptionSheets::of).ifPresent(sheets::add);
        sample.captions().map(CaptionSheets::of).ifPresent(sheets::add);
        return sheets;
    }

    private static Sheet truth(TextScores read) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = read.first(); i < read.ids().size(); i++) {
            double surprise = read.surprise(i);
            String token = read.scores().vocabulary().get(read.ids().get(i));
            double entropy = read.scores().entropy(i - read.first());
            rows.add(List.of(i + 1L, TokenWords.spoken(token), Math.exp(-surprise), surprise, entropy));
        }
        List<String> head = List.of("character", "text", "probability", "surprise (nats)", "entropy (nats)");
        return new Sheet("own-caption", "Its own caption, as the model reads it", head, rows);
    }

    /** The caption and its branches; none where there are no branches. */
    private static Sheet texts(TextTree tree) {
        List<List<Object>> rows = new ArrayList<>();
        if (tree.lines().size() > 1) {
            tree.lines()
                    .forEach(line -> rows.add(List.of(
                            (long) line.number(),
                            line.text(),
                            line.number() == 0 ? "" : Integer.toString(line.parent()),
                            line.at() + 1L,
                            line.logProbability(),
                            line.logProbability() / Math.max(1, line.length()),
                            line.finished() ? "yes" : "no",
                            line.settings().temperature(),
                            (long) line.settings().topK(),
                            line.settings().topP(),
                            line.settings().seed())));
        }
        List<String> head = List.of(
                "branch",
                "text",
                "parts from",
                "at character",
                "log probability",
                "a character",
                "ended",
                "temperature",
                "top-k",
                "top-p",
                "seed");
        return new Sheet("branches", "The caption and its branches", head, rows);
    }

    /** A caption for every picture of a part, the worst first: by characters, then by row. */
    public static Sheet of(CaptionTable table) {
        List<List<Object>> rows = new ArrayList<>();
        table.rows().stream()
                .sorted(Comparator.comparingDouble(CaptionTable.Row::characterErrors)
                        .reversed())
                .forEach(row -> rows.add(List.of(
                        table.part(),
                        (long) row.index(),
                        row.reference(),
                        row.caption(),
                        row.exact() ? "yes" : "no",
                        row.characterErrors(),
                        row.wordErrors(),
                        row.bleu(),
                        row.logProbability())));
        List<String> head = List.of(
                "part",
                "row",
                "reference",
                "caption",
                "exact",
                "character error rate",
                "word error rate",
                "bleu",
                "log probability");
        return new Sheet("captions", "Captions", head, rows);
    }

    /** Several captions of one picture. */
    public static Sheet of(SampleTable table) {
        List<List<Object>> rows = new ArrayList<>();
        table.rows()
                .forEach(row -> rows.add(List.of(
                        row.seed(),
                        row.caption(),
                        row.logProbability(),
                        (long) row.tokens(),
                        row.finished() ? "yes" : "no")));
        List<String> head = List.of("seed", "caption", "log probability", "tokens", "ended");
        return new Sheet("samples", "Samples", head, rows);
    }
}
