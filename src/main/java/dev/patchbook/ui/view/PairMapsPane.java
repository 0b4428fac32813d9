package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import dev.patchbook.chart.AttentionWords;
import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.HeatMap;
import dev.patchbook.chart.MapPair;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.PairWords;
import dev.patchbook.export.PairMaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Two maps and their difference. A patch pointed at or chosen with the arrow keys in one is marked in all three, and its values
 * told; a click, Space or Enter makes it the one that is asked about.
 */
final class PairMapsPane extends VBox {
    private static final double SIDE = 176;
    private static final double OPACITY = 0.7;

    private final PatchCanvas left = new PatchCanvas(SIDE);
    private final PatchCanvas right = new PatchCanvas(SIDE);
    private final PatchCanvas difference = new PatchCanvas(SIDE);
    private final ColorBar scale = new ColorBar(SIDE);
    private final ColorBar reach = new ColorBar(SIDE);
    private final Label leftTitle = title();
    private final Label rightTitle = title();
    private final Label differenceTitle = title();
    private final VBox differenceColumn = column(differenceTitle, difference, reach);
    private final Label words = Views.label("", "view-muted");
    private final Label differenceWords = Views.label("", "view-muted");
    private final Facts facts = new Facts();
    private IntConsumer onQuery = patch -> {};
    private @Nullable MapPair pair;
    private boolean following;
    private int at = -1;
    private String asks = "";

    PairMapsPane() {
        super(8);
        WrapRow maps = new WrapRow(16, 16, false);
        Limits limits = new Limits();
        limits.setText(PairWords.LIMITS);
        for (Label label : List.of(words, differenceWords)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.setMaxWidth(760);
        }
        VBox plain = new VBox(6, leftTitle, left);
        plain.setMaxWidth(SIDE);
        plain.setPrefWidth(SIDE);
        maps.getChildren().addAll(plain, column(rightTitle, right, scale), differenceColumn, facts);
        getChildren().addAll(maps, words, differenceWords, limits);
        for (PatchCanvas canvas : canvases()) {
            canvas.onShown(index -> follow(canvas));
            canvas.onAct(index -> onQuery.accept(toLeft(canvas, index)));
            canvas.setSpoken(index -> spoken(canvas, index));
        }
    }

    private static Label title() {
        Label title = Views.label("", "view-strong");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        return title;
    }

    private static VBox column(Label title, PatchCanvas canvas, ColorBar bar) {
        VBox column = new VBox(6, title, new HBox(8, canvas, bar));
        column.setMaxWidth(SIDE + 56);
        column.setPrefWidth(SIDE + 56);
        return column;
    }

    private List<PatchCanvas> canvases() {
        return List.of(left, right, difference);
    }

    /** Called with the patch of the left side that is to be asked about. */
    void onQuery(IntConsumer listener) {
        onQuery = listener;
    }

    /** Shows the maps of a view. */
    void show(PairMaps maps) {
        MapPair now = maps.maps();
        pair = now;
        asks = maps.view().equals("norm") ? "" : ", Enter asks about it";
        boolean numbers = !maps.view().equals("attention");
        draw(left, maps.output().left().view().resized(), now.left(), now.leftGrid(), now.leftPicture(), numbers);
        draw(right, maps.output().right().view().resized(), now.right(), now.rightGrid(), now.rightPicture(), numbers);
        Optional<float[]> less = now.difference();
        Views.show(differenceColumn, less.isPresent());
        less.ifPresent(all -> {
            difference.setPicture(null, now.leftGrid());
            difference.setHeat(HeatMap.of(all, now.leftGrid(), now.leftGrid(), ColorMap.BLUE_ORANGE, now.reach()), 1);
            difference.setLabels(i -> numbers ? Numbers.significant(all[i], 2) : "");
        });
        scale.show(now.colors(), now.range());
        reach.show(ColorMap.BLUE_ORANGE, now.reach());
        leftTitle.setText("Left: " + maps.name(maps.output().left()));
        rightTitle.setText("Right: " + maps.name(maps.output().right()));
        differenceTitle.setText("Right − left");
        words.setText(PairWords.maps(maps.method(), now));
        differenceWords.setText(maps.difference());
        int query = maps.view().equals("norm") ? -1 : maps.choice().query() - 1;
        left.ask(query);
        right.ask(now.across(query, true));
        difference.ask(query);
        canvases().forEach(canvas -> canvas.setSpoken(index -> spoken(canvas, index)));
        describe();
    }

    private static void draw(PatchCanvas on, Picture picture, float[] map, int grid, Picture heat, boolean numbers) {
        on.setPicture(Views.image(HeatMap.grey(picture)), grid);
        on.setHeat(heat, numbers ? 1 : OPACITY);
        on.setLabels(i -> numbers ? Numbers.significant(map[i], 2) : "");
    }

    private int toLeft(PatchCanvas canvas, int index) {
        MapPair now = pair;
        return canvas == right && now != null ? now.across(index, false) : index;
    }

    private int from(PatchCanvas source, PatchCanvas other, int index) {
        MapPair now = pair;
        if (now == null || (source == right) == (other == right)) {
            return index;
        }
        return now.across(index, source != right);
    }

    private void follow(PatchCanvas source) {
        if (following) {
            return;
        }
        following = true;
        for (PatchCanvas other : canvases()) {
            if (other != source) {
                other.mark(from(source, other, source.hovered()));
                other.choose(from(source, other, source.chosen()));
            }
        }
        following = false;
        at = toLeft(source, source.shown());
        describe();
    }

    private void describe() {
        MapPair now = pair;
        if (now == null) {
            return;
        }
        boolean none = at < 0 || at >= now.left().length;
        int there = none ? -1 : now.across(at, true);
        List<String> all = new ArrayList<>();
        all.addAll(List.of("patch", none ? "point at one" : AttentionWords.where(at, now.leftGrid())));
        if (!none && now.leftGrid() != now.rightGrid()) {
            all.addAll(List.of("on the right", AttentionWords.where(there, now.rightGrid())));
        }
        all.addAll(List.of("left", none ? "–" : value(now.left()[at])));
        all.addAll(List.of("right", none ? "–" : value(now.right()[there])));
        now.difference().ifPresent(less -> {
            all.addAll(List.of("right − left", none ? "–" : signed(less[at])));
            extremes(less, now.leftGrid(), all);
        });
        facts.show(all);
    }

    private static void extremes(float[] less, int grid, List<String> all) {
        int rise = 0;
        int fall = 0;
        double sum = 0;
        for (int i = 0; i < less.length; i++) {
            rise = less[i] > less[rise] ? i : rise;
            fall = less[i] < less[fall] ? i : fall;
            sum += Math.abs(less[i]);
        }
        all.addAll(List.of(
                "most more", less[rise] > 0 ? signed(less[rise]) + " at " + AttentionWords.where(rise, grid) : "–"));
        all.addAll(List.of(
                "most less", less[fall] < 0 ? signed(less[fall]) + " at " + AttentionWords.where(fall, grid) : "–"));
        all.addAll(List.of("mean size", value(sum / less.length)));
    }

    private static String value(double number) {
        return Numbers.significant(number, 3);
    }

    private static String signed(double number) {
        return PairWords.signed(number, value(Math.abs(number)));
    }

    private String spoken(PatchCanvas canvas, int index) {
        MapPair now = pair;
        String which = canvas == left ? "left map" : canvas == right ? "right map" : "difference, right less left";
        if (now == null || index < 0) {
            return which + "; arrow keys choose a patch" + asks;
        }
        int one = toLeft(canvas, index);
        int other = canvas == right ? index : now.across(one, true);
        if (one >= now.left().length || other >= now.right().length) {
            return which;
        }
        String less = now.difference()
                .map(all -> ", right less left " + signed(all[one]))
                .orElse("; no difference: the grids differ");
        return "patch " + AttentionWords.where(index, canvas == right ? now.rightGrid() : now.leftGrid()) + ", left "
                + value(now.left()[one]) + ", right " + value(now.right()[other]) + less;
    }

    PatchCanvas left() {
        return left;
    }

    PatchCanvas right() {
        return right;
    }

    PatchCanvas difference() {
        return difference;
    }

    ColorBar scale() {
        return scale;
    }

    ColorBar reach() {
        return reach;
    }

    Facts facts() {
        return facts;
    }

    /** What is said below the maps: of both, and of the difference. */
    List<String> said() {
        return List.of(words.getText(), differenceWords.getText());
    }

    boolean differs() {
        return differenceColumn.isVisible();
    }
}
