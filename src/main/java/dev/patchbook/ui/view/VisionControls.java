package dev.patchbook.ui.view;

import dev.patchbook.chart.VisionChoice;
import dev.patchbook.chart.VisionChoice.Kind;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What is drawn of a vision encoder's attention: which map, who looks, in which scale, how much of it. */
final class VisionControls extends VBox {
    private static final List<String> TILES = List.of("maps", "entropy", "distance");

    private final KindBox kinds = new KindBox("what is drawn large", List.of(Kind.values()));
    private final CheckBox residual = new CheckBox("with the residual path");
    private final Segments from = new Segments("who looks", "CLS", "patch chosen");
    private final Segments scale = new Segments("scale", "per map", "shared");
    private final Segments tiles = new Segments("small squares", TILES.toArray(String[]::new));
    private final Slider keep = new Slider(10, 100, 100);
    private final Label kept = Views.label("all of it", "view-muted");
    private final Slider alpha = new Slider(0, 1, 0.7);
    private Consumer<VisionChoice> onChange = choice -> {};
    private IntConsumer onTiles = index -> {};
    private VisionChoice choice = VisionChoice.DEFAULT;

    VisionControls() {
        super(12);
        residual.setSelected(true);
        residual.setWrapText(true);
        residual.setMinWidth(0);
        keep.setAccessibleText("share of the mass shown, percent");
        keep.setBlockIncrement(5);
        alpha.setAccessibleText("how opaque the map is over the picture");
        for (Slider slider : List.of(keep, alpha)) {
            slider.setPrefWidth(112);
            slider.setMinWidth(48);
        }
        getChildren()
                .addAll(
                        row("small squares", tiles),
                        row("large", kinds),
                        residual,
                        row("who looks", from),
                        row("scale", scale),
                        row("keep", keep, kept),
                        row("map over picture", alpha));
        listen();
        mark();
    }

    private static Node row(String name, Node... controls) {
        HBox row = new HBox(8, Views.label(name, "view-muted"));
        row.getChildren().addAll(controls);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void listen() {
        tiles.mark(0);
        tiles.onChoose(index -> onTiles.accept(index));
        kinds.onChosen(now -> {
            if (now != choice.kind()) {
                change(choice.withKind(now));
            }
        });
        residual.setOnAction(e -> change(choice.withResidual(residual.isSelected())));
        from.onChoose(index -> change(choice.withQuery(index == 0 ? 0 : -1)));
        scale.onChoose(index -> change(choice.withShared(index == 1)));
        keep.valueProperty().addListener((property, old, now) -> {
            double share = Math.round(now.doubleValue()) / 100.0;
            kept.setText(share < 1 ? Math.round(100 * share) + " % of the mass" : "all of it");
            if (share != choice.keep()) {
                change(choice.withKeep(share));
            }
        });
    }

    private void change(VisionChoice other) {
        onChange.accept(other);
    }

    /** Called with what a person chooses; the query is -1 for the patch that is chosen. */
    void onChange(Consumer<VisionChoice> listener) {
        onChange = listener;
    }

    /** Called with what the small squares are to show: 0 maps, 1 entropy, 2 distance. */
    void onTiles(IntConsumer listener) {
        onTiles = listener;
    }

    /** Called with how opaque the map is to be. */
    void onAlpha(Consumer<Double> listener) {
        alpha.valueProperty().addListener((property, old, now) -> listener.accept(now.doubleValue()));
    }

    double alpha() {
        return alpha.getValue();
    }

    /** Shows what is chosen without telling anybody. */
    void show(VisionChoice now) {
        choice = now;
        mark();
    }

    private void mark() {
        kinds.setValue(choice.kind());
        Views.show(residual, choice.kind() == Kind.ROLLOUT);
        from.mark(choice.query() == 0 ? 0 : 1);
        scale.mark(choice.shared() ? 1 : 0);
    }

    KindBox kinds() {
        return kinds;
    }

    CheckBox residual() {
        return residual;
    }

    Segments from() {
        return from;
    }

    Segments tiles() {
        return tiles;
    }

    Segments scale() {
        return scale;
    }

    Slider keep() {
        return keep;
    }
}
