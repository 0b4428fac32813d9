package dev.patchbook.export;

import dev.patchbook.base.Picture;
import dev.patchbook.chart.AttentionWeights;
import dev.patchbook.chart.AttentionWords;
import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.HeadPlace;
import dev.patchbook.chart.HeatMap;
import dev.patchbook.chart.HeatMapSvg;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.Png;
import dev.patchbook.chart.Range;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.ImageMap;
import dev.patchbook.engine.PatchView;
import dev.patchbook.export.Blocks.Fact;
import dev.patchbook.export.Blocks.Matrix;
import dev.patchbook.export.Blocks.MatrixMap;
import dev.patchbook.export.Blocks.MatrixRow;
import dev.patchbook.session.CellOutput.AttentionOutput;
import dev.patchbook.session.CellOutput.PatchesOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a page shows of patches and attention. */
final class MapBlocks {
    private static final int MOST_BLOCKS = 16;
    private static final int MOST_HEADS = 16;
    private static final int MAP = 96;
    private static final double SIDE = 256;
    private static final double PLANE = 420;
    private static final int EXAMPLES = 12;

    private MapBlocks() {}

    /** The closer look that the settings choose first, the others folded. */
    static List<Map<String, Object>> patches(PatchesOutput output, Map<String, String> settings) {
        List<Section> closer = new ArrayList<>();
        output.space()
                .ifPresent(look -> closer.add(
                        new Section("filters", "Filters and projections", LookBlocks.space(look, output.view()))));
        output.nearest()
                .ifPresent(look -> closer.add(new Section("nearest", "Nearest characters", LookBlocks.nearest(look))));
        output.counts()
                .ifPresent(look ->
                        closer.add(new Section("nearest", "Nearest characters, counted", LookBlocks.counts(look))));
        output.edited()
                .filter(look -> !look.edits().isEmpty())
                .ifPresent(look -> closer.add(new Section("lab", "Patches made otherwise", LookBlocks.edited(look))));
        return together(patches(output.view()), closer, settings);
    }

    /** The closer look that the settings choose first, the others folded. */
    static List<Map<String, Object>> attention(AttentionOutput output, Map<String, String> settings) {
        List<Section> closer = new ArrayList<>();
        output.characters()
                .ifPresent(look ->
                        closer.add(new Section("characters", "By character", LookBlocks.characters(look.maps()))));
        output.lens().ifPresent(look -> closer.add(new Section("lens", "Logit lens", LookBlocks.lens(look))));
        return together(attention(output.view(), settings), closer, settings);
    }

    /** A closer look: the view it belongs to, its title, what a page shows of it. */
    private record Section(String view, String title, List<Map<String, Object>> blocks) {}

    private static List<Map<String, Object>> together(
            List<Map<String, Object>> own, List<Section> closer, Map<String, String> settings) {
        String view = settings.getOrDefault("view", "");
        List<Map<String, Object>> all = new ArrayList<>();
        closer.stream().filter(section -> section.view().equals(view)).forEach(section -> all.addAll(section.blocks()));
        all.addAll(own);
        closer.stream()
                .filter(section -> !section.view().equals(view))
                .forEach(section -> all.add(Blocks.more(section.title(), section.blocks())));
        return all;
    }

    private static List<Map<String, Object>> patches(PatchView view) {
        int grid = view.grid();
        String cut = grid + " × " + grid + " patches of " + view.patch() + " × " + view.patch() + " pixels";
        float[] norms = view.norms().data();
        Range range = Range.of(norms);
        String words = "Map of embedding norms, from " + Numbers.significant(range.min(), 3) + " to "
                + Numbers.significant(range.max(), 3);
        String svg = HeatMapSvg.draw(
                HeatMap.of(norms, grid, grid, ColorMap.VIRIDIS, range),
                List.of(),
                ColorMap.VIRIDIS,
                range,
                SIDE,
                words);
        return List.of(
                Blocks.shots(List.of(
                        Blocks.shot(HeatMap.grid(view.resized(), grid, (int) SIDE), cut, "", cut),
                        new Blocks.Shot(
                                Png.dataUri(Png.atMost(positions(view), 1024)),
                                "similarity of the learned positions, one tile a patch",
                                "",
                                "One tile a patch: cosine of its learned position with every patch's. Blue −1, white 0,"
                                        + " orange 1."))),
                Blocks.map(svg, "Length of each patch's embedding."),
                Blocks.more("The numbers", List.of(Blocks.table(Sheets.patches(view), 1024))));
    }

    private static Picture positions(PatchView view) {
        int n = view.grid() * view.grid();
        List<Picture> tiles = IntStream.range(0, n)
                .mapToObj(patch -> {
                    int row = (patch + 1) * (n + 1) + 1;
                    float[] cosines = Arrays.copyOfRange(view.positions().data(), row, row + n);
                    return HeatMap.of(cosines, view.grid(), view.grid(), ColorMap.BLUE_ORANGE, new Range(-1, 1));
                })
                .toList();
        return HeatMap.tiles(tiles, view.grid());
    }

    private static List<Map<String, Object>> attention(AttentionView view, Map<String, String> settings) {
        HeadPlace asked = new HeadPlace(whole(settings, "layer"), whole(settings, "head"));
        List<Map<String, Object>> vision = vision(view, asked);
        List<Map<String, Object>> text = text(view, asked);
        boolean first = !"text".equals(settings.get("view"));
        List<Map<String, Object>> all = new ArrayList<>(first ? vision : text);
        all.add(Blocks.more(
                first ? "Text: what each character looks at" : "Vision: what CLS looks at", first ? text : vision));
        return all;
    }

    private static List<Map<String, Object>> vision(AttentionView view, HeadPlace asked) {
        AttentionWeights weights = AttentionWeights.ofClass(view.vision(), view.grid());
        HeadPlace place = weights.nearest(asked.layer(), asked.head());
        Range range = weights.range(place, false);
        Picture map = HeatMap.of(weights.at(place), view.grid(), view.grid(), ColorMap.INFERNO, range);
        String method = weights.missing(asked) + AttentionWords.vision(place, false);
        double onPatches = 0;
        for (float weight : weights.at(place)) {
            onPatches += weight;
        }
        return List.of(
                Blocks.shots(List.of(
                        Blocks.shot(view.resized(), "the picture as the model sees it", "", "The picture."),
                        new Blocks.Shot(
                                Png.dataUri(HeatMap.over(view.resized(), map, 0.7, (int) SIDE)),
                                words(method, range),
                                "",
                                "The map over the picture."))),
                Blocks.map(
                        HeatMapSvg.draw(map, List.of(), ColorMap.INFERNO, range, SIDE, words(method, range)), method),
                Blocks.facts(
                        new Fact("on patches", Numbers.weight(onPatches)),
                        new Fact("on CLS itself", Numbers.weight(Math.max(0, 1 - onPatches))),
                        new Fact("weights after", Numbers.count(view.step()) + " updates")),
                Blocks.matrix(matrix(weights, place, "What CLS looks at in every head, each map on its own scale")),
                Blocks.words(AttentionWords.VISION_LIMITS),
                Blocks.more("The numbers", List.of(Blocks.table(Sheets.vision(view), 256))));
    }

    private static List<Map<String, Object>> text(AttentionView view, HeadPlace asked) {
        AttentionWeights weights = AttentionWeights.ofText(view.text());
        HeadPlace place = weights.nearest(asked.layer(), asked.head());
        Range range = weights.range(place, false);
        Picture map = HeatMap.of(weights.at(place), weights.rows(), weights.columns(), ColorMap.INFERNO, range);
        String method = weights.missing(asked) + AttentionWords.text(place);
        List<String> names = IntStream.range(0, view.tokens().size())
                .mapToObj(
                        i -> i < view.visualTokens() ? "▣" : sign(view.tokens().get(i)))
                .toList();
        List<Map<String, Object>> all = new ArrayList<>();
        double side = Math.min(560, Math.max(SIDE, 14.0 * names.size()));
        all.add(
                names.size() <= MAP
                        ? Blocks.map(
                                HeatMapSvg.draw(map, names, ColorMap.INFERNO, range, side, words(method, range)),
                                method + " ▣: the picture.")
                        : Blocks.shots(List.of(Blocks.shot(map, words(method, range), "", method))));
        if (view.visualTokens() == 1) {
            all.add(Blocks.words(AttentionWords.ONE_TOKEN));
        }
        all.add(Blocks.matrix(matrix(weights, place, "Who reads whom in every head, each map on its own scale")));
        all.add(Blocks.words(AttentionWords.TEXT_LIMITS));
        all.add(Blocks.more("The numbers", List.of(Blocks.table(Sheets.text(view), 256))));
        return all;
    }

    private static String sign(String token) {
        return switch (token) {
            case "<begin>" -> "⊢";
            case "<end>" -> "⊣";
            default -> token.length() > 2 ? "·" : TokenWords.visible(token);
        };
    }

    private static String words(String method, Range range) {
        return method + " Colours from " + Numbers.weight(range.min()) + " to " + Numbers.weight(range.max()) + ".";
    }

    private static Matrix matrix(AttentionWeights weights, HeadPlace chosen, String title) {
        int layers = Math.min(MOST_BLOCKS, weights.layers());
        int heads = Math.min(MOST_HEADS, weights.heads());
        List<Picture> pictures = weights.pictures(false);
        List<MatrixRow> rows = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            List<MatrixMap> maps = new ArrayList<>();
            for (int head = 0; head < heads; head++) {
                HeadPlace place = new HeadPlace(layer, head);
                Picture picture = Png.atMost(pictures.get(layer * weights.heads() + head), MAP);
                String alt = "block " + layer + ", head " + head + ", largest weight "
                        + Numbers.weight(weights.range(place, false).max());
                maps.add(new MatrixMap(Png.dataUri(picture), alt, place.equals(chosen)));
            }
            rows.add(new MatrixRow("block " + layer, maps));
        }
        boolean all = layers == weights.layers() && heads == weights.heads();
        String which = all ? "" : " (the first " + layers + " blocks and " + heads + " heads)";
        List<String> names =
                IntStream.range(0, heads).mapToObj(head -> "head " + head).toList();
        return new Matrix(title + which, names, rows);
    }

    /** The plane the settings ask for. */
    static List<Map<String, Object>> images(ImageMap map, Map<String, String> settings) {
        PictureMap shown =
                PictureMap.of(map, "tsne".equals(settings.get("method")), settings.getOrDefault("words", ""));
        List<Blocks.Shot> first = map.images().stream()
                .limit(EXAMPLES)
                .map(image ->
                        Blocks.shot(image.picture(), "picture of row " + image.name(), image.name(), image.caption()))
                .toList();
        return List.of(
                Blocks.map(shown.svg(PLANE), shown.method()),
                Blocks.words(AttentionWords.MAP_LIMITS),
                Blocks.more("The first pictures", List.of(Blocks.gallery(first))),
                Blocks.more("The numbers", List.of(Blocks.table(shown.sheet(), 300))));
    }

    private static int whole(Map<String, String> settings, String key) {
        try {
            return Integer.parseInt(settings.getOrDefault(key, "0").strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
