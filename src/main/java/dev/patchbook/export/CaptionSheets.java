package dev.patchbook.export;

import dev.patchbook.engine.CaptionTable;
import dev.patchbook.engine.SampleTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tables of many captions. */
public final class CaptionSheets {
    private CaptionSheets() {}

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
