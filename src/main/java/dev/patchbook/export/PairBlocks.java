package dev.patchbook.export;

import dev.patchbook.base.Picture;
import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.HeadPlace;
import dev.patchbook.chart.HeatMap;
import dev.patchbook.chart.HeatMapSvg;
import dev.patchbook.chart.MapPair;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.PairWords;
import dev.patchbook.chart.Png;
import dev.patchbook.chart.Range;
import dev.patchbook.chart.VisionChoice;
import dev.patchbook.config.CompareSettings;
import dev.patchbook.config.SettingException;
import dev.patchbook.export.Blocks.Fact;
import dev.patchbook.export.Blocks.Shot;
import dev.patchbook.session.CellOutput.CompareOutput;
import dev.patchbook.session.CellOutput.CompareOutput.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a page shows of two things side by side. */
final class PairBlocks {
    private static final double SIDE = 200;
    private static final int MOST = 1024;

    private PairBlocks() {}

    /** The view the cell is set to, then the others to be opened. */
    static List<Map<String, Object>> of(CompareOutput output, Map<String, String> settings) {
        CompareSettings set = settings(settings);
        HeadPlace asked = new HeadPlace(set.layer(), set.head());
        VisionChoice choice =
                VisionChoice.DEFAULT.withKind(PairMaps.kind(set.method())).withResidual(set.residual());
        List<Map<String, Object>> all =
                new ArrayList<>(view(output, new PairMaps(output, set.view(), asked, choice), set.view()));
        all.add(Blocks.words(PairWords.LIMITS));
        for (String other : List.of("attention", "norm", "position", "caption")) {
            if (!other.equals(set.view())) {
                all.add(Blocks.more(title(other), view(output, new PairMaps(output, other, asked, choice), other)));
            }
        }
        return all;
    }

    private static CompareSettings settings(Map<String, String> settings) {
        try {
            return CompareSettings.of(settings);
        } catch (SettingException e) {
            return CompareSettings.of(Map.of()); // what it shows was made before the mistake
        }
    }

    private static String title(String view) {
        return switch (view) {
            case "norm" -> "Length of each patch's embedding";
            case "position" -> "How alike learned positions are";
            case "caption" -> "What each side writes";
            default -> "Attention";
        };
    }

    private static List<Map<String, Object>> view(CompareOutput output, PairMaps maps, String view) {
        return view.equals("caption") ? captions(output) : maps(output, maps);
    }

    private static List<Map<String, Object>> maps(CompareOutput output, PairMaps maps) {
        MapPair pair = maps.maps();
        String words = PairWords.maps(maps.method(), pair);
        String scale = " Colours from " + Numbers.significant(pair.range().min(), 3) + " to "
                + Numbers.significant(pair.range().max(), 3) + ".";
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(Blocks.shots(List.of(
                shot("left", maps.name(output.left()), output.left(), pair.leftPicture(), words + scale),
                shot("right", maps.name(output.right()), output.right(), pair.rightPicture(), words + scale))));
        all.add(map(pair.leftPicture(), pair, "Left: " + maps.name(output.left()) + ". " + words));
        all.add(map(pair.rightPicture(), pair, "Right: " + maps.name(output.right()) + ". " + words));
        String difference = maps.difference();
        pair.differencePicture()
                .ifPresentOrElse(
                        picture -> all.add(
                                Blocks.map(svg(picture, ColorMap.BLUE_ORANGE, pair.reach(), difference), difference)),
                        () -> all.add(Blocks.words(difference)));
        all.add(Blocks.more("The numbers", List.of(Blocks.table(maps.sheet(), MOST))));
        return all;
    }

    private static Shot shot(String which, String name, Side side, Picture map, String words) {
        Picture over = HeatMap.over(side.view().resized(), map, 0.7, (int) SIDE);
        return new Shot(Png.dataUri(over), which + ": " + words, which, name + ", over the picture");
    }

    private static Map<String, Object> map(Picture picture, MapPair pair, String words) {
        return Blocks.map(svg(picture, pair.colors(), pair.range(), words), words);
    }

    private static String svg(Picture picture, ColorMap colors, Range range, String words) {
        return HeatMapSvg.draw(picture, List.of(), colors, range, SIDE, words);
    }

    private static List<Map<String, Object>> captions(CompareOutput output) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Side side : List.of(output.left(), output.right())) {
            all.add(Blocks.words(
                    (all.isEmpty() ? "Left: " : "Right: ") + side.name() + ", " + side.image() + ", writes"));
            all.add(Blocks.caption(side.view().written()));
            double loss = PairSheets.loss(side.view());
            all.add(Blocks.facts(
                    new Fact("the picture's own caption", side.view().own()),
                    new Fact("its mean −log p", Double.isNaN(loss) ? "–" : Numbers.loss(loss) + " nats")));
        }
        Sheet characters = PairSheets.characters(output);
        if (!characters.rows().isEmpty()) {
            all.add(Blocks.more(characters.title(), List.of(Blocks.table(characters, MOST))));
        }
        return all;
    }
}
