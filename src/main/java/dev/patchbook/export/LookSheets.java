package dev.patchbook.export;

import dev.patchbook.base.Probabilities;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.EditView;
import dev.patchbook.engine.LensView;
import dev.patchbook.engine.NearestCounts;
import dev.patchbook.engine.NearestTokens;
import dev.patchbook.engine.PatchEdit;
import dev.patchbook.engine.PatchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Closer looks as tables. */
public final class LookSheets {
    private static final int NEAREST = 8;
    private static final int NEXT = 5;

    private LookSheets() {}

    /** Places of patches, and the filters' weights. */
    public static List<Sheet> space(PatchSpace space) {
        List<List<Object>> weights = new ArrayList<>();
        int side = space.filters().shape()[2];
        int size = 3 * side * side;
        for (int i = 0; i < space.filters().data().length; i++) {
            weights.add(List.of(
                    (long) space.channels().get(i / size),
                    (long) (i % size / (side * side)),
                    (long) (i / side % side),
                    (long) (i % side),
                    (double) space.filters().data()[i]));
        }
        List<String> head = List.of("filter", "colour", "row", "column", "weight");
        return List.of(places(space), new Sheet("filters", "Weights of the filters", head, weights));
    }

    static Sheet places(PatchSpace space) {
        List<List<Object>> points = new ArrayList<>();
        for (int i = 0; i < space.places().shape()[0]; i++) {
            points.add(List.of((long) i, (double) space.places().at(i, 0), (double)
                    space.places().at(i, 1)));
        }
        List<String> head = List.of("patch", "first", "second");
        return new Sheet("patch-places", "Patches along two principal components", head, points);
    }

    /** The nearest tokens of each visual token, nearest first. */
    public static Sheet nearest(NearestTokens tokens) {
        List<List<Object>> rows = new ArrayList<>();
        for (int visual = 0; visual < tokens.visualTokens(); visual++) {
            double[] row = tokens.at(visual);
            int place = 1;
            for (int token : Probabilities.likeliest(row, NEAREST)) {
                rows.add(List.of(
                        (long) visual,
                        (long) place++,
                        TokenWords.spoken(tokens.vocabulary().get(token)),
                        row[token]));
            }
        }
        List<String> head = List.of("visual token", "place", "nearest", "cosine");
        return new Sheet("nearest", "Nearest characters of each visual token", head, rows);
    }

    /** How often each token is the nearest. */
    public static Sheet counts(NearestCounts all) {
        List<List<Object>> rows = new ArrayList<>();
        all.rows()
                .forEach(each -> rows.add(
                        List.of(TokenWords.spoken(each.token()), each.count(), each.cosine(), each.largest())));
        List<String> head = List.of("token", "visual tokens it is nearest to", "mean cosine", "largest cosine");
        return new Sheet("nearest-counts", "Nearest characters over the " + all.part() + " pictures", head, rows);
    }

    /** Captions before and after. */
    public static Sheet edited(EditView view, List<PatchEdit> edits) {
        String made = edits.stream().map(LookWords::edit).collect(Collectors.joining(", "));
        List<List<Object>> rows = List.of(
                List.of("as it is", "", view.written(), view.likely()),
                List.of("as it was made", made, view.rewritten(), view.relikely()));
        List<String> head = List.of("picture", "patches", "caption", "log-probability of “" + view.own() + "” (nats)");
        return new Sheet("lab", "Captions with patches made otherwise", head, rows);
    }

    /** The likeliest tokens after each block, at each position. */
    public static Sheet lens(LensView lens) {
        List<List<Object>> rows = new ArrayList<>();
        for (int layer = 0; layer < lens.logs().shape()[0]; layer++) {
            for (int position = 0; position < lens.tokens().size(); position++) {
                double[] all = lens.at(layer, position);
                for (int token : Probabilities.likeliest(all, NEXT)) {
                    rows.add(List.of(
                            layer == 0 ? "before" : "block " + (layer - 1),
                            (long) position,
                            TokenWords.spoken(lens.tokens().get(position)),
                            TokenWords.spoken(lens.vocabulary().get(token)),
                            all[token]));
                }
            }
        }
        List<String> head = List.of("after", "position", "token read", "next", "probability");
        return new Sheet("lens", "Likeliest next tokens after each block", head, rows);
    }

    /** The likeliest token alone: a row a position, a column a block. */
    static Sheet likeliest(LensView lens) {
        List<String> head = new ArrayList<>(List.of("token read", "before"));
        for (int block = 1; block < lens.logs().shape()[0]; block++) {
            head.add("block " + (block - 1));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int position = lens.first(); position < lens.tokens().size(); position++) {
            List<Object> row =
                    new ArrayList<>(List.of(TokenWords.visible(lens.tokens().get(position))));
            for (int block = 0; block < lens.logs().shape()[0]; block++) {
                double[] all = lens.at(block, position);
                int best = Probabilities.likeliest(all, 1)[0];
                row.add(TokenWords.visible(lens.vocabulary().get(best)) + " " + Numbers.probability(all[best]));
            }
            rows.add(row);
        }
        return new Sheet("lens-likeliest", "Likeliest next token and its probability", head, rows);
    }
}
