package dev.patchbook.engine.local;

import dev.patchbook.base.TensorView;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.data.Part;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.NearestCounts;
import dev.patchbook.engine.NearestCounts.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Counts what of the text the visual tokens of a part's pictures are nearest to, some pictures a slice, on the weights of the first. */
final class NearestCounting implements SlicedJob.Slices<NearestCounts> {
    private static final int MOST = 2000;

    private final LoadedModel model;
    private final LookRequest look;
    private final ImageResolver images;
    private final Part part;
    private final int pictures;
    private final long[] counts;
    private final double[] sums;
    private final double[] largest;
    private int done;

    NearestCounting(LoadedModel now, LookRequest look, ImageResolver images, Part part) {
        this.look = look;
        this.images = images;
        this.part = part;
        int rows =
                now.data().map(data -> data.dataset().parts().of(part).length).orElse(0);
        if (rows == 0) {
            throw new UserFacingException(
                    "There are no " + part.id() + " rows to look at.", "Choose the other part of the data.");
        }
        this.pictures = Math.min(MOST, rows);
        this.model = now.still();
        int vocabulary = model.config().decoder().vocabulary();
        this.counts = new long[vocabulary];
        this.sums = new double[vocabulary];
        this.largest = new double[vocabulary];
    }

    @Override
    public Optional<NearestCounts> next(LocalJob<?> job) {
        long end = System.nanoTime() + SlicedJob.TURN_NANOS;
        do {
            count();
        } while (done < pictures && System.nanoTime() < end);
        job.report("looking at pictures", done, pictures);
        return done < pictures ? Optional.empty() : Optional.of(table());
    }

    private void count() {
        Shown shown = images.shown(model, part.id() + " " + done, Looks.where(look));
        TensorView cosines = model.visual().nearness(shown.pixels());
        int vocabulary = cosines.shape()[1];
        for (int token = 0; token < cosines.shape()[0]; token++) {
            int nearest = nearest(cosines.data(), token * vocabulary, vocabulary);
            double cosine = cosines.data()[token * vocabulary + nearest];
            largest[nearest] = counts[nearest] == 0 ? cosine : Math.max(largest[nearest], cosine);
            sums[nearest] += cosine;
            counts[nearest]++;
        }
        done++;
    }

    static int nearest(float[] cosines, int from, int vocabulary) {
        int nearest = 0;
        for (int i = 1; i < vocabulary; i++) {
            nearest = cosines[from + i] > cosines[from + nearest] ? i : nearest;
        }
        return nearest;
    }

    private NearestCounts table() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                rows.add(new Row(model.tokenizer().text(i), counts[i], sums[i] / counts[i], largest[i]));
            }
        }
        rows.sort(Comparator.comparingLong(Row::count).reversed());
        return new NearestCounts(part.id(), pictures, model.config().visualTokens(), rows, model.step());
    }

    @Override
    public void close() {
        model.close();
    }
}
