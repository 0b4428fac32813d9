package dev.patchbook.export;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import dev.patchbook.chart.AttentionWords;
import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.HeatMap;
import dev.patchbook.chart.HeatMapSvg;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.Png;
import dev.patchbook.chart.Range;
import dev.patchbook.chart.ScatterSvg;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.LensView;
import dev.patchbook.engine.NearestCounts;
import dev.patchbook.engine.NearestTokens;
import dev.patchbook.engine.PatchSpace;
import dev.patchbook.engine.PatchView;
import dev.patchbook.engine.TokenMaps;
import dev.patchbook.export.Blocks.Fact;
import dev.patchbook.export.Blocks.Matrix;
import dev.patchbook.export.Blocks.MatrixMap;
import dev.patchbook.export.Blocks.MatrixRow;
import dev.patchbook.session.Closer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a page shows of closer looks. */
final class LookBlocks {
    private static final double SIDE = 256;
    private static final int FILTER = 32;
    private static final int ACROSS = 8;
    private static final int MOST_ROWS = 300;
    private static final int MOST_CHARACTERS = 64;

    private LookBlocks() {}

    static List<Map<String, Object>> space(PatchSpace space, PatchView picture) {
        List<Picture> filters = IntStream.range(0, space.channels().size())
                .mapToObj(i -> HeatMap.filter(space.filters().slice(i)))
                .map(filter -> HeatMap.enlarge(filter, Math.max(1, FILTER / filter.width())))
                .toList();
        String plane = LookWords.plane(space);
        return List.of(
                Blocks.shots(List.of(new Blocks.Shot(
                        Png.dataUri(HeatMap.tiles(filters, ACROSS)),
                        "filters of the patch projection",
                        "",
                        LookWords.filters(space)))),
                Blocks.map(
                        ScatterSvg.draw(
                                space.places(),
                                HeatMap.means(picture.resized(), picture.grid()),
                                List.of(),
                                SIDE,
                                plane),
                        plane),
                Blocks.words(AttentionWords.PLANE_LIMITS),
                Blocks.more("The numbers", List.of(Blocks.table(LookSheets.places(space), MOST_ROWS))));
    }

    static List<Map<String, Object>> nearest(NearestTokens tokens) {
        String words = LookWords.nearest(tokens);
        List<Map<String, Object>> all = new ArrayList<>();
        Map<String, Object> table = Blocks.table(LookSheets.nearest(tokens), MOST_ROWS);
        if (tokens.visualTokens() > 1) {
            int grid = tokens.grid();
            float[] cosines = new float[grid * grid];
            for (int i = 0; i < cosines.length; i++) {
                int visual = tokens.first() + i;
                cosines[i] = (float) tokens.at(visual)[tokens.nearest(visual)];
            }
            Range range = new Range(-1, 1);
            Picture map = HeatMap.of(cosines, grid, grid, ColorMap.BLUE_ORANGE, range);
            all.add(Blocks.map(
                    HeatMapSvg.draw(map, List.of(), ColorMap.BLUE_ORANGE, range, SIDE, words),
                    words + " Colours from −1 to 1."));
            all.add(Blocks.table(letters(tokens), grid));
            all.add(Blocks.words(AttentionWords.NEAREST_LIMITS));
            all.add(Blocks.more("The numbers", List.of(table)));
            return all;
        }
        all.add(Blocks.words(words));
        all.add(table);
        all.add(Blocks.words(AttentionWords.NEAREST_LIMITS));
        return all;
    }

    /** The nearest token of each patch, where the patch is. */
    private static Sheet letters(NearestTokens tokens) {
        int grid = tokens.grid();
        List<String> head = new ArrayList<>(List.of("row"));
        IntStream.range(0, grid).forEach(column -> head.add("column " + column));
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < grid; row++) {
            List<Object> cells = new ArrayList<>(List.of(Integer.toString(row)));
            for (int column = 0; column < grid; column++) {
                int token = tokens.nearest(tokens.first() + row * grid + column);
                cells.add(TokenWords.visible(tokens.vocabulary().get(token)));
            }
            rows.add(cells);
        }
        return new Sheet("nearest-map", "Nearest token of each patch", head, rows);
    }

    static List<Map<String, Object>> counts(NearestCounts counts) {
        return List.of(
                Blocks.words(LookWords.counts(counts)),
                Blocks.table(LookSheets.counts(counts), MOST_ROWS),
                Blocks.words(AttentionWords.NEAREST_LIMITS));
    }

    static List<Map<String, Object>> edited(Closer.Edited look) {
        return List.of(
                Blocks.shots(List.of(
                        Blocks.shot(
                                look.view().before(),
                                "the picture as it is",
                                "as it is",
                                look.view().written()),
                        Blocks.shot(
                                look.view().after(),
                                "the picture as it was made",
                                "as it was made",
                                look.view().rewritten()))),
                Blocks.facts(
                        new Fact(
                                "patches made otherwise",
                                Numbers.count(look.edits().size())),
                        new Fact(
                                "change of its own caption's log-probability",
                                Numbers.significant(
                                                look.view().relikely()
                                                        - look.view().likely(),
                                                3) + " nats"),
                        new Fact("weights after", Numbers.count(look.view().step()) + " updates")),
                Blocks.table(LookSheets.edited(look.view(), look.edits()), MOST_ROWS),
                Blocks.words(AttentionWords.LAB_LIMITS));
    }

    static List<Map<String, Object>> characters(TokenMaps maps) {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(Blocks.shots(
                List.of(Blocks.shot(maps.resized(), "the picture as the model sees it", "", "The picture."))));
        if (maps.attention().isEmpty()) {
            all.add(Blocks.words(AttentionWords.ONE_TOKEN_LANES));
        }
        List<LaneMethod> methods = new ArrayList<>();
        List<MatrixRow> rows = new ArrayList<>();
        maps.attention().ifPresent(lane -> rows.add(row(LaneMethod.ATTENTION, lane, maps, methods)));
        rows.add(row(LaneMethod.GRADIENT, maps.gradient(), maps, methods));
        rows.add(row(LaneMethod.COVERING, maps.occlusion(), maps, methods));
        int count = shown(maps);
        String first = count < maps.tokens().size() ? " (the first " + count + " characters)" : "";
        List<String> heads = maps.tokens().subList(0, count).stream()
                .map(TokenWords::visible)
                .toList();
        all.add(Blocks.matrix(
                new Matrix("Which patches each character rests on, each map on its own scale" + first, heads, rows)));
        for (LaneMethod method : methods) {
            String colours = method.signed() ? " Blue to orange around zero. " : " Dark to bright from zero. ";
            all.add(Blocks.words("“" + method.name() + "”: " + method.method() + LookWords.weights(maps.step())
                    + colours + method.limits()));
        }
        if (!maps.tokens().isEmpty()) {
            all.add(Blocks.words(LaneNumbers.agreement(maps, 0) + " The first number is that of the first character."));
        }
        all.add(Blocks.more("The numbers", List.of(Blocks.table(LaneNumbers.sheet(maps), MOST_ROWS))));
        return all;
    }

    private static int shown(TokenMaps maps) {
        return Math.min(MOST_CHARACTERS, maps.tokens().size());
    }

    private static MatrixRow row(LaneMethod method, TensorView lane, TokenMaps maps, List<LaneMethod> methods) {
        methods.add(method);
        List<MatrixMap> pictures = new ArrayList<>();
        for (int i = 0; i < shown(maps); i++) {
            float[] map = lane.slice(i).data();
            Range range = method.range(map);
            Picture picture = HeatMap.of(map, maps.grid(), maps.grid(), method.colours(), range);
            String alt =
                    method.name() + " of “" + TokenWords.visible(maps.tokens().get(i)) + "” at " + i + ", from "
                            + Numbers.significant(Range.of(map).min(), 3) + " to "
                            + Numbers.significant(Range.of(map).max(), 3);
            pictures.add(new MatrixMap(Png.dataUri(picture), alt, false));
        }
        return new MatrixRow(method.name(), pictures);
    }

    static List<Map<String, Object>> lens(LensView lens) {
        int rows = lens.logs().shape()[0];
        int columns = lens.tokens().size() - lens.first();
        float[] shares = new float[rows * columns];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) Arrays.stream(lens.at(i / columns, lens.first() + i % columns))
                    .max()
                    .orElse(0);
        }
        Picture map = HeatMap.of(shares, rows, columns, ColorMap.VIRIDIS, Range.UNIT);
        String words = LookWords.lens(lens);
        return List.of(
                Blocks.map(
                        HeatMapSvg.draw(
                                map, List.of(), ColorMap.VIRIDIS, Range.UNIT, Math.min(560, 24.0 * columns), words),
                        words),
                Blocks.table(LookSheets.likeliest(lens), MOST_ROWS),
                Blocks.words(AttentionWords.LENS_LIMITS));
    }
}
