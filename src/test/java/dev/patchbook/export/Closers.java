package dev.patchbook.export;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import dev.patchbook.engine.EditView;
import dev.patchbook.engine.LensView;
import dev.patchbook.engine.NearestCounts;
import dev.patchbook.engine.NearestTokens;
import dev.patchbook.engine.PatchEdit;
import dev.patchbook.engine.PatchSpace;
import dev.patchbook.engine.TextLook;
import dev.patchbook.engine.TokenMaps;
import dev.patchbook.session.CellOutput;
import dev.patchbook.session.Closer;
import java.util.List;
import java.util.Optional;

/** Outputs with every closer look there is. */
final class Closers {
    private Closers() {}

    private static TensorView tensor(int... shape) {
        int size = 1;
        for (int side : shape) {
            size *= side;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) Math.sin(i);
        }
        return new TensorView(values, shape);
    }

    static CellOutput of(CellOutput.PatchesOutput output, int grid) {
        Picture picture = output.view().resized();
        int n = grid * grid;
        List<String> vocabulary = List.of("a", "\n", "<end>");
        return output.with(new Closer.Space(
                        new PatchSpace(tensor(n, 2), List.of(0.5, 0.25), List.of(7, 3), tensor(2, 3, 16, 16), 9, 60)))
                .with(new Closer.Nearest(new NearestTokens(picture, grid, vocabulary, tensor(n + 1, 3), 60)))
                .with(new Closer.Counted(new NearestCounts(
                        "validation", 5, n + 1, List.of(new NearestCounts.Row("<end>", 5L * n + 5, 0.5, 0.75)), 60)))
                .with(new Closer.Edited(
                        new EditView(picture, picture, grid, "a", "b", "a", -1.5, -2.75, 60),
                        List.of(new PatchEdit(1, PatchEdit.Kind.BLUR, 0)),
                        ""));
    }

    static CellOutput of(CellOutput.AttentionOutput output, int grid, String text) {
        TokenMaps maps = new TokenMaps(
                output.view().resized(),
                grid,
                List.of(text, " ", "<end>"),
                tensor(3),
                Optional.empty(),
                tensor(3, grid, grid),
                tensor(3, grid, grid),
                60);
        List<String> tokens = List.of("<cls>", "<begin>", text);
        return output.with(new Closer.Characters(maps, TextLook.Source.GIVEN, text))
                .with(new Closer.Lens(
                        new LensView(tokens, 1, List.of(text, "b"), tensor(3, 3, 2), List.of(-1, 0, -1), 60)));
    }
}
