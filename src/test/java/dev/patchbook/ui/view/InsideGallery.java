package dev.patchbook.ui.view;

import dev.patchbook.chart.HeadPlace;
import dev.patchbook.chart.VisionChoice.Kind;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.engine.Progress;
import dev.patchbook.engine.SideView;
import dev.patchbook.engine.TraceLook.Way;
import dev.patchbook.session.CellOutput.CompareOutput;
import dev.patchbook.ui.FakeInside;
import dev.patchbook.ui.FakePairs;
import dev.patchbook.ui.FakeTraces;
import dev.patchbook.ui.view.Invented.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.layout.Region;

/** Closer looks into a model with invented data. */
final class InsideGallery {
    static final String CAPTION = "a red circle above a blue square";

    private InsideGallery() {}

    static void add(Map<String, Supplier<Region>> all) {
        all.put("compare-attention", () -> pair("attention", "head", 8));
        all.put("compare-rollout", () -> pair("attention", "rollout", 8));
        all.put("compare-norm", () -> pair("norm", "head", 8));
        all.put("compare-position", () -> pair("position", "head", 8));
        all.put("compare-caption", () -> pair("caption", "head", 8));
        all.put("compare-grids", () -> pair("attention", "head", 12));
        all.put("patches-filters", () -> patches("filters", 1));
        all.put("patches-nearest", () -> patches("nearest", 1));
        all.put("patches-nearest-git", () -> patches("nearest", 37));
        all.put("patches-lab", InsideGallery::lab);
        all.put("images", () -> map("pca"));
        all.put("images-open", InsideGallery::opened);
        all.put("attention-rollout", InsideGallery::rollout);
        all.put("attention-characters", () -> characters(false));
        all.put("attention-characters-git", () -> characters(true));
        all.put("attention-characters-waiting", InsideGallery::waiting);
        all.put("attention-lens", () -> lens(1));
        all.put("attention-lens-git", () -> lens(37));
        all.put("attention-lens-patches", InsideGallery::lensOfPatches);
        all.put("attention-text-fused", InsideGallery::fused);
        all.put("caption-patches", () -> traced(false));
        all.put("caption-patches-git", () -> traced(true));
    }

    /** Two checkpoints; or two variants cut into other patches. */
    static PairMapView pair(String view, String method, int rightPatch) {
        PairMapView map = new PairMapView();
        SideView left = FakePairs.side(new VisionConfig(48, 8, 32, 3, 4), 3, 20);
        SideView right = FakePairs.side(new VisionConfig(48, rightPatch, 32, 3, 4), 3, 60);
        map.show(
                new CompareOutput(
                        new CompareOutput.Side("first", 2, "validation 0", left),
                        new CompareOutput.Side("first", 2, "validation 0", right)),
                List.of(new LabPane.Part(right.written(), false)));
        map.settle(view, method, true, new HeadPlace(1, 2));
        map.maps().left().choose(8);
        return map;
    }

    static PatchGridView patches(String view, int visual) {
        PatchGridView grid = new PatchGridView();
        grid.show(Invented.patches(6, 8));
        grid.setView(view);
        grid.panes().projection().show(FakeInside.space(36, 8), Invented.patches(6, 8));
        grid.panes().nearest().show(FakeInside.nearest(Invented.scene(48, 0), 6, visual));
        grid.panes().nearest().show(FakeInside.counts("validation", visual));
        grid.panes().projection().grid().choose(14);
        grid.panes().nearest().patches().choose(14);
        return grid;
    }

    static ImageMapPane map(String method) {
        ImageMapPane pane = new ImageMapPane();
        pane.show(FakeInside.images("validation", true));
        pane.settle(method, "");
        pane.scatter().choose(3);
        return pane;
    }

    private static ImageMapPane opened() {
        ImageMapPane pane = map("tsne");
        pane.onOpen(image -> {
            pane.opened().show(Invented.scene(96, 3));
            pane.opened().writes("a red ring above a blue square");
            pane.opened().offer(List.of("cut", "look"), cell -> {});
        });
        pane.openChosen();
        return pane;
    }

    static PatchGridView lab() {
        PatchGridView grid = new PatchGridView();
        grid.show(Invented.patches(6, 8));
        grid.setView("lab");
        grid.panes()
                .lab()
                .onEdits((edits, other) -> grid.panes()
                        .lab()
                        .show(
                                FakeInside.edited(Invented.scene(48, 0), 6, edits, CAPTION),
                                List.of(
                                        new LabPane.Part("a red ", false),
                                        new LabPane.Part("ring", true),
                                        new LabPane.Part(" above a blue square", false))));
        grid.panes().lab().compute();
        return grid;
    }

    static AttentionMapView attention(String view, int visual) {
        AttentionMapView map = new AttentionMapView();
        map.show(Invented.attention(new Size(6, 3, 4), visual, CAPTION));
        map.setView(view);
        return map;
    }

    private static AttentionMapView rollout() {
        AttentionMapView map = attention("vision", 1);
        map.choose(2, 1);
        map.vision().controls().kinds().setValue(Kind.ROLLOUT);
        map.vision().controls().keep().setValue(60);
        map.vision().controls().tiles().button(1).fire();
        map.vision().large().choose(20);
        return map;
    }

    static AttentionMapView characters(boolean attends) {
        AttentionMapView map = attention("characters", attends ? 37 : 1);
        List<String> tokens = new ArrayList<>(Arrays.asList(CAPTION.split("")));
        tokens.add("<end>");
        map.lanes().show(FakeInside.maps(Invented.scene(48, 0), 6, tokens, attends));
        map.lanes().chips().select(3);
        map.lanes().lane(2).canvas().choose(8);
        return map;
    }

    static CaptionView traced(boolean attends) {
        CaptionView view = new CaptionView();
        view.show(Caption.of("", Invented.tokens(CAPTION), false));
        List<String> tokens = List.of(CAPTION.split(""));
        Way way = attends ? Way.ATTENTION : Way.COVERING;
        view.trace().show(FakeTraces.of(Invented.scene(48, 0), 6, way, attends, tokens, 60), 3, 0.4);
        view.chips().select(3);
        Views.show(view.trace(), true);
        return view;
    }

    private static AttentionMapView lensOfPatches() {
        AttentionMapView map = lens(37);
        map.lens().positions().button(1).fire();
        map.lens().patches().choose(8);
        return map;
    }

    private static AttentionMapView fused() {
        AttentionMapView map = attention("text", 37);
        map.text().controls().kinds().setValue(Kind.MEAN);
        map.text().controls().head(2).fire();
        map.text().controls().scale().button(1).fire();
        return map;
    }

    private static AttentionMapView waiting() {
        AttentionMapView map = attention("characters", 1);
        map.lanes().waiting().busy(new Progress("covering patches", 8, 36));
        return map;
    }

    static AttentionMapView lens(int visual) {
        AttentionMapView map = attention("lens", visual);
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < visual; i++) {
            tokens.add(i == 0 ? "<cls>" : "<patch " + i + ">");
        }
        tokens.add("<begin>");
        tokens.addAll(Arrays.asList(CAPTION.split("")));
        map.lens().show(FakeInside.lens(tokens, visual, 3));
        return map;
    }
}
