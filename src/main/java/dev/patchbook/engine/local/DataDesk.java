package dev.patchbook.engine.local;

import dev.patchbook.engine.DataCheck;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.DataPreview;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.RowPage;
import dev.patchbook.engine.RowQuery;
import dev.patchbook.engine.RowSteps;
import java.time.Duration;
import java.util.Optional;

/** Data looked at beside the engine's thread: nobody waits for a training, or for other data, to see some rows. */
final class DataDesk implements AutoCloseable {
    private final Holdings holdings;

    /** Reads sources that are not loaded. */
    private final EngineThread reader;

    /** Shows rows of those that are. */
    private final EngineThread looker;

    /** Looks at what is held; closing waits so long. */
    DataDesk(Holdings holdings, Duration patience) {
        this.holdings = holdings;
        reader = new EngineThread("patchbook-reader", () -> {}, patience);
        looker = new EngineThread("patchbook-looker", () -> {}, patience);
    }

    Job<DataPreview> preview(DataRequest request, int after, int rows) {
        return reader.submit("looking at data", job -> {
            job.report("reading the first rows", 0, 0);
            return DataPreviews.of(request, after, rows, job.token());
        });
    }

    Job<DataCheck> check(DataRequest request) {
        return reader.submit("checking data", job -> {
            job.report("reading rows", 0, 0);
            return DataPreviews.check(request, (bytes, size) -> job.report("reading rows", bytes, size), job.token());
        });
    }

    Job<RowPage> rows(DataId data, RowQuery query) {
        return looker.submit("finding rows", job -> {
            job.report("finding rows", 0, 0);
            return holdings.data(data).table().page(query, job.token());
        });
    }

    Job<RowSteps> steps(DataId data, int row, Optional<ModelId> model) {
        return looker.submit("reading a row", job -> {
            job.report("reading the row", 0, 0);
            return StepsToTensor.of(holdings.data(data), row, model.map(holdings::model), (bytes, size) -> {
                job.token().throwIfCancelled();
                job.report("reading the row", bytes, size);
            });
        });
    }

    @Override
    public void close() {
        looker.close();
        reader.close();
    }
}
