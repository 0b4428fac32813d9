package dev.patchbook.export;

import dev.patchbook.chart.HeadPlace;
import dev.patchbook.chart.MapPair;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.chart.VisionChoice;
import dev.patchbook.engine.SideView;
import dev.patchbook.session.CellOutput.CompareOutput;
import java.util.ArrayList;
import java.util.List;

/** What a compare cell shows, as tables. */
public final class PairSheets {
    private PairSheets() {}

    /** Everything that is kept: lengths of embeddings, and what each writes and makes of the pictures' captions. */
    static List<Sheet> of(CompareOutput output) {
        PairMaps norms = new PairMaps(output, "norm", new HeadPlace(0, 0), VisionChoice.DEFAULT);
        return List.of(norms.sheet(), captions(output), characters(output));
    }

    /** Two maps and their difference: a row a patch; where the grids differ, first those of the left. */
    static Sheet map(String name, String title, MapPair pair) {
        List<List<Object>> rows = new ArrayList<>();
        if (pair.difference().isPresent()) {
            float[] difference = pair.difference().get();
            for (int i = 0; i < difference.length; i++) {
                rows.add(List.of(
                        (long) i,
                        (long) (i / pair.leftGrid()),
                        (long) (i % pair.leftGrid()),
                        (double) pair.left()[i],
                        (double) pair.right()[i],
                        (double) difference[i]));
            }
            return new Sheet(name, title, List.of("patch", "row", "column", "left", "right", "right − left"), rows);
        }
        side(rows, "left", pair.left(), pair.leftGrid());
        side(rows, "right", pair.right(), pair.rightGrid());
        return new Sheet(name, title, List.of("side", "patch", "row", "column", "value"), rows);
    }

    private static void side(List<List<Object>> rows, String side, float[] map, int grid) {
        for (int i = 0; i < map.length; i++) {
            rows.add(List.of(side, (long) i, (long) (i / grid), (long) (i % grid), (double) map[i]));
        }
    }

    /** What each side writes, and how likely it holds the picture's own caption. */
    public static Sheet captions(CompareOutput output) {
        List<List<Object>> rows = new ArrayList<>();
        for (CompareOutput.Side side : List.of(output.left(), output.right())) {
            SideView view = side.view();
            rows.add(List.of(
                    rows.isEmpty() ? "left" : "right",
                    side.cell(),
                    (long) side.run(),
                    view.step(),
                    side.image(),
                    view.written(),
                    view.own(),
                    loss(view)));
        }
        List<String> head =
                List.of("side", "cell", "run", "step", "picture", "writes", "own caption", "mean −log p (nats)");
        return new Sheet("compare-captions", "What each side writes", head, rows);
    }

    /** Mean negative log-probability of the characters of a picture's own caption, nats; not a number where there is none. */
    public static double loss(SideView view) {
        double sum = 0;
        int count = 0;
        for (float log : view.logs().data()) {
            if (Float.isFinite(log)) {
                sum -= log;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** The caption whose characters both sides were read; empty where their captions differ or one cannot read it. */
    public static List<String> shared(CompareOutput output) {
        SideView left = output.left().view();
        SideView right = output.right().view();
        boolean both = left.own().equals(right.own())
                && left.logs().data().length > 0
                && right.logs().data().length > 0;
        return both ? left.own().codePoints().mapToObj(Character::toString).toList() : List.of();
    }

    /** The own caption by character on either side; of no rows where the two have no caption in common. */
    public static Sheet characters(CompareOutput output) {
        List<String> characters = shared(output);
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < characters.size(); i++) {
            double left = output.left().view().logs().data()[i];
            double right = output.right().view().logs().data()[i];
            rows.add(List.of(i + 1L, TokenWords.spoken(characters.get(i)), left, right, right - left));
        }
        List<String> head = List.of("place", "character", "left log p (nats)", "right log p (nats)", "right − left");
        return new Sheet("compare-characters", "The own caption by character, on either side", head, rows);
    }
}
