package dev.patchbook.train;

import dev.patchbook.data.Dataset;
import dev.patchbook.data.Statistics;
import dev.patchbook.data.picture.StoredPicture;
import dev.patchbook.data.source.Origin;
import dev.patchbook.data.source.Places;
import dev.patchbook.data.source.SourceOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Data made up for tests. */
final class TinyDatasets {
    private TinyDatasets() {}

    /** Random pictures, each with a short caption. */
    static Dataset random(int pictures, int side) {
        Random random = new Random(11);
        List<Dataset.Row> rows = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            byte[] values = new byte[3 * side * side];
            random.nextBytes(values);
            rows.add(new Dataset.Row(i + 1L, i + 2L, "ab", StoredPicture.of("picture-" + i, values)));
        }
        return new Dataset(
                new Origin(List.of(), new SourceOptions("", "", new Places(Path.of(""), Path.of(""), false))),
                "random",
                "",
                side,
                pictures,
                rows,
                List.of("a", "b"),
                new Dataset.Parts(IntStream.range(0, pictures).toArray(), new int[0]),
                List.of(),
                Statistics.NONE);
    }
}
