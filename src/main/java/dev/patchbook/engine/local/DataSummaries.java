package dev.patchbook.engine.local;

import dev.patchbook.data.Dataset;
import dev.patchbook.data.Part;
import dev.patchbook.data.Statistics;
import dev.patchbook.data.picture.Transparency;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.DataStatistics;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.DataSummary.Example;
import dev.patchbook.engine.RowProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the port tells of data. */
final class DataSummaries {
    /** Rows of each part that are shown. */
    private static final int EXAMPLES = 24;

    private DataSummaries() {}

    static DataSummary of(DataId id, Dataset data) {
        List<Example> examples = new ArrayList<>(examples(data, Part.TRAIN));
        examples.addAll(examples(data, Part.VALIDATION));
        return new DataSummary(
                id,
                data.name(),
                data.rowsRead(),
                data.rows().size(),
                data.train().length,
                data.validation().length,
                data.sharedPictures(),
                data.alphabet(),
                data.longest(),
                data.imageSize(),
                List.copyOf(examples),
                data.problems().stream().map(DataSummaries::problem).toList(),
                data.hash(),
                statistics(data.statistics()));
    }

    /** The first rows of a part; a repeated row is shown once. */
    private static List<Example> examples(Dataset data, Part part) {
        List<Example> examples = new ArrayList<>();
        Set<Integer> shown = new HashSet<>();
        int[] rows = data.parts().of(part);
        for (int i = 0; i < rows.length && examples.size() < EXAMPLES; i++) {
            if (shown.add(rows[i])) {
                Dataset.Row row = data.rows().get(rows[i]);
                examples.add(new Example(part.id(), i, row.caption(), data.resized(row, Transparency.OVER_BACKGROUND)));
            }
        }
        return examples;
    }

    static DataStatistics statistics(Statistics s) {
        return new DataStatistics(
                s.lengths(),
                s.characters(),
                s.words(),
                s.distinctWords(),
                s.sizes(),
                s.brightness(),
                new DataStatistics.Repeats(
                        s.repeats().pictures(),
                        s.repeats().captions(),
                        s.repeats().rows(),
                        s.repeats().sharedCaptions()),
                new DataStatistics.Changes(
                        s.changes().cut(),
                        s.changes().cutCharacters(),
                        s.changes().mapped(),
                        s.changes().sides()),
                new DataStatistics.Outside(
                        s.outside().unknown(), s.outside().mapped(), s.outside().added()),
                s.problems());
    }

    static RowProblem problem(dev.patchbook.data.report.RowProblem problem) {
        return new RowProblem(
                problem.row(), problem.line(), problem.field(), problem.code(), problem.reason(), problem.remedy());
    }
}
