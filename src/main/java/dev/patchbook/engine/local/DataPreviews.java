package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.data.RowPreview;
import dev.patchbook.engine.DataPreview;
import dev.patchbook.engine.DataRequest;
import java.util.List;

/** What the port tells of the first rows of a source. */
final class DataPreviews {
    private DataPreviews() {}

    static DataPreview of(DataRequest request, int rows, CancelToken cancel) {
        RowPreview preview = RowPreview.of(request.folder(), request.settings(), request.allowOutside(), rows, cancel);
        List<DataPreview.Row> shown = preview.rows().stream()
                .map(row -> new DataPreview.Row(
                        row.row(),
                        row.line(),
                        row.fields(),
                        row.caption(),
                        row.picture().map(Pictures::reduce),
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
                shown);
    }
}
