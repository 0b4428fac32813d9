package dev.patchbook.engine.local;

import dev.patchbook.data.Dataset;
import dev.patchbook.data.PixelScale;
import dev.patchbook.engine.DataRequest;

/**
 * Data the engine holds.
 *
 * @param dataset the rows
 * @param request what was asked for
 * @param table finds and sorts its rows
 */
record LoadedData(Dataset dataset, DataRequest request, RowTable table) {
    LoadedData(Dataset dataset, DataRequest request) {
        this(dataset, request, new RowTable(dataset));
    }

    /** How its pixels become floats. */
    PixelScale scale() {
        return pixels().scale();
    }

    /** How pictures become what a model of it reads. */
    PixelReading pixels() {
        return PixelReading.of(request.settings());
    }
}
