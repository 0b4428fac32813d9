package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.HeadMeasures;
import dev.patchbook.chart.HeadPlace;
import dev.patchbook.chart.HeatMap;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.Range;
import dev.patchbook.export.Sheet;
import java.util.ArrayList;
import java.util.List;

/**
 * What every head of a model measures.
 *
 * @param heads of a block
 * @param unit of the distance, for people
 * @param all block by block
 */
record HeadTable(int heads, String unit, List<HeadMeasures> all) {
    static final HeadTable NONE = new HeadTable(1, "", List.of());

    static HeadTable ofPicture(TensorView maps, int grid) {
        List<HeadMeasures> all = new ArrayList<>();
        places(maps).forEach(place -> all.add(HeadMeasures.ofPicture(maps, place, grid)));
        return new HeadTable(maps.shape()[1], "patches", List.copyOf(all));
    }

    static HeadTable ofText(TensorView maps, int from) {
        List<HeadMeasures> all = new ArrayList<>();
        places(maps).forEach(place -> all.add(HeadMeasures.ofText(maps, place, from)));
        return new HeadTable(maps.shape()[1], "tokens", List.copyOf(all));
    }

    private static List<HeadPlace> places(TensorView maps) {
        List<HeadPlace> places = new ArrayList<>();
        for (int i = 0; i < maps.shape()[0] * maps.shape()[1]; i++) {
            places.add(new HeadPlace(i / maps.shape()[1], i % maps.shape()[1]));
        }
        return places;
    }

    /** One square a head, in colours that rise with its entropy or its distance. */
    List<Picture> tiles(boolean entropy) {
        Range range = range(entropy);
        List<Picture> tiles = new ArrayList<>();
        for (HeadMeasures each : all) {
            tiles.add(HeatMap.of(new float[] {(float) value(each, entropy)}, 1, 1, ColorMap.VIRIDIS, range));
        }
        return tiles;
    }

    private Range range(boolean entropy) {
        double most =
                all.stream().mapToDouble(each -> value(each, entropy)).max().orElse(1);
        return new Range(0, most > 0 ? most : 1);
    }

    private static double value(HeadMeasures of, boolean entropy) {
        return entropy ? of.entropy() : of.distance();
    }

    /** What the squares show. */
    String words(boolean entropy) {
        String most = Numbers.significant(range(entropy).max(), 3);
        return entropy
                ? "Entropy of each head's weights, mean over its queries: violet 0, yellow " + most + " nats"
                : "How far away each head looks, mean over its queries: violet 0, yellow " + most + " " + unit;
    }

    /** What is said of one head. */
    String words(HeadPlace place) {
        int index = place.layer() * heads + place.head();
        if (index < 0 || index >= all.size()) {
            return "";
        }
        HeadMeasures of = all.get(index);
        return "entropy " + Numbers.significant(of.entropy(), 3) + " nats, distance "
                + Numbers.significant(of.distance(), 3) + " " + unit;
    }

    Sheet sheet() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            rows.add(List.of(
                    (long) (i / heads),
                    (long) (i % heads),
                    all.get(i).entropy(),
                    all.get(i).distance()));
        }
        List<String> head = List.of("block", "head", "entropy (nats)", "distance (" + unit + ")");
        return new Sheet("heads-" + unit, "Entropy and distance of each head", head, rows);
    }
}
