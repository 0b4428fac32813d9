package dev.patchbook.ui.view;

import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.HeadPlace;
import dev.patchbook.chart.HeatMapSvg;
import dev.patchbook.chart.MapPair;
import dev.patchbook.chart.VisionChoice;
import dev.patchbook.export.PairMaps;
import dev.patchbook.export.PairSheets;
import dev.patchbook.export.Sheet;
import dev.patchbook.session.CellOutput.CompareOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Two models, checkpoints or pictures side by side: {@code attention}, {@code norm} and {@code position} as maps with their
 * difference, and {@code caption}, what each writes.
 */
public final class PairMapView extends VBox {
    private static final List<String> VIEWS = List.of("attention", "norm", "position", "caption");
    private static final double SIDE = 256;

    private final Segments views = new Segments("compared", "attention", "norm", "position", "caption");
    private final PairControls controls = new PairControls();
    private final PairMapsPane maps = new PairMapsPane();
    private final PairCaptionsPane captions = new PairCaptionsPane();
    private Consumer<Map<String, String>> onSettings = settings -> {};
    private @Nullable CompareOutput shown;
    private String view = "attention";
    private HeadPlace place = new HeadPlace(0, 0);
    private VisionChoice choice = VisionChoice.DEFAULT;

    /** An empty view. */
    public PairMapView() {
        getStyleClass().add("pair-map-view");
        setSpacing(12);
        getChildren().addAll(views, maps, captions, controls);
        views.mark(0);
        views.onChoose(index -> onSettings.accept(Map.of("view", VIEWS.get(index))));
        controls.onPlace(chosen -> onSettings.accept(
                Map.of("layer", Integer.toString(chosen.layer()), "head", Integer.toString(chosen.head()))));
        controls.onChange(this::choose);
        maps.onQuery(patch -> ask(1 + patch == choice.query() ? 0 : 1 + patch));
    }

    /** Called with settings that a person's choice changes; they are shown once {@link #settle} is called with them. */
    public void setOnSettings(Consumer<Map<String, String>> listener) {
        onSettings = listener;
    }

    private void choose(VisionChoice other) {
        if (other.query() != choice.query()) {
            int chosen = Math.max(0, maps.left().chosen());
            ask(other.query() == 0 ? 0 : 1 + chosen);
        } else {
            onSettings.accept(
                    Map.of("method", PairMaps.word(other.kind()), "residual", other.residual() ? "yes" : "no"));
        }
    }

    /** Which token is asked about: 0 for CLS, else a patch of the left side and one. */
    private void ask(int query) {
        if (!view.equals("norm")) {
            choice = choice.withQuery(query);
            refresh();
        }
    }

    /** Shows what the settings say. */
    public void settle(String name, String method, boolean residual, HeadPlace asked) {
        view = VIEWS.get(Math.max(0, VIEWS.indexOf(name)));
        views.mark(VIEWS.indexOf(view));
        choice = choice.withKind(PairMaps.kind(method)).withResidual(residual);
        place = asked;
        refresh();
    }

    /**
     * Shows two sides.
     *
     * @param changed what the right side writes in stretches, by whether they are other than the left's
     */
    public void show(CompareOutput output, List<LabPane.Part> changed) {
        shown = output;
        int grid = output.left().view().grid();
        if (choice.query() > grid * grid) {
            choice = choice.withQuery(0);
        }
        captions.show(output, changed);
        refresh();
    }

    private Optional<PairMaps> pair() {
        return Optional.ofNullable(shown).map(output -> new PairMaps(output, view, place, choice));
    }

    private void refresh() {
        boolean words = view.equals("caption");
        Views.show(maps, !words);
        Views.show(controls, view.equals("attention") || view.equals("position"));
        Views.show(captions, words);
        if (!words) {
            pair().ifPresent(now -> {
                maps.show(now);
                controls.show(now);
            });
        }
    }

    /** The difference map as SVG, or the right one where there is none; empty where no maps are shown. */
    public Optional<String> svg() {
        return pair().filter(now -> !view.equals("caption")).map(now -> {
            MapPair both = now.maps();
            return both.differencePicture()
                    .map(picture -> HeatMapSvg.draw(
                            picture, List.of(), ColorMap.BLUE_ORANGE, both.reach(), SIDE, now.difference()))
                    .orElseGet(() -> HeatMapSvg.draw(
                            both.rightPicture(), List.of(), both.colors(), both.range(), SIDE, now.method()));
        });
    }

    /** What is shown now as numbers. */
    public List<Sheet> sheets() {
        return shown == null
                ? List.of()
                : view.equals("caption")
                        ? List.of(PairSheets.captions(shown), PairSheets.characters(shown))
                        : pair().stream().map(PairMaps::sheet).toList();
    }

    PairMapsPane maps() {
        return maps;
    }

    PairControls controls() {
        return controls;
    }

    PairCaptionsPane captions() {
        return captions;
    }

    Segments views() {
        return views;
    }
}
