package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.Picture;
import dev.patchbook.config.DataSettings;
import dev.patchbook.data.ReadProgress;
import dev.patchbook.data.RowChecker;
import dev.patchbook.data.RowPreview;
import dev.patchbook.data.picture.StoredPicture;
import dev.patchbook.data.picture.Transparency;
import dev.patchbook.engine.DataCheck;
import dev.patchbook.engine.DataPreview;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.RowProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the port tells of the rows of a source that are looked at and not kept. */
final class DataPreviews {
    private DataPreviews() {}

    static DataPreview of(DataRequest request, int after, int rows, CancelToken cancel) {
        RowPreview preview = RowPreview.of(
                request.folder(),
                request.settings(),
                request.allowOutside(),
                new RowPreview.Range(after, rows),
                cancel);
        List<DataPreview.Row> shown = preview.rows().stream()
                .map(row -> new DataPreview.Row(
                        row.row(),
                        row.line(),
                        row.fields(),
                        row.caption(),
                        row.picture().map(picture -> Pictures.reduce(picture, Pictures.THUMBNAIL)),
                        row.picture().map(picture -> seen(picture, request.settings())),
                        row.problem().map(DataSummaries::problem)))
                .toList();
        return new DataPreview(
                preview.name(),
                preview.shape().kind(),
                preview.shape().encoding(),
                preview.shape().dialect(),
                preview.shape().columns(),
                preview.shape().names().picture(),
                preview.shape().names().caption(),
                preview.shape().names().split(),
                preview.shape().problem(),
                preview.bytes(),
                preview.estimatedRows(),
                preview.complete(),
                shown);
    }

    private static Picture seen(Picture picture, DataSettings settings) {
        return StoredPicture.of(picture, settings.imageSize(), settings.background())
                .picture(settings.imageSize(), Transparency.OVER_BACKGROUND);
    }

    static DataCheck check(DataRequest request, ReadProgress progress, CancelToken cancel) {
        List<RowProblem> problems = new ArrayList<>();
        Map<String, Long> codes = new LinkedHashMap<>();
        RowChecker.Counts counts = RowChecker.check(
                request.folder(),
                request.settings(),
                request.allowOutside(),
                problem -> {
                    codes.merge(problem.code(), 1L, Long::sum);
                    if (problems.size() < DataCheck.MOST_PROBLEMS) {
                        problems.add(DataSummaries.problem(problem));
                    }
                },
                progress,
                cancel);
        return new DataCheck(counts.rows(), counts.usable(), List.copyOf(problems), codes);
    }
}
