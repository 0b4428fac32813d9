package dev.patchbook.ui.view;

import dev.patchbook.chart.HeadPlace;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.VisionChoice;
import dev.patchbook.chart.VisionChoice.Kind;
import dev.patchbook.export.PairMaps;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Which attention of both sides is compared: block and head in a matrix of small differences, what is made of heads, who looks. */
final class PairControls extends WrapRow {
    private final AttentionMatrix matrix = new AttentionMatrix();
    private final Label words = Views.label("", "view-muted");
    private final VBox tiles = new VBox(8, matrix, words);
    private final KindBox kinds = new KindBox("what is compared", List.of(Kind.values()));
    private final CheckBox residual = new CheckBox("with the residual path");
    private final Segments from = new Segments("who looks", "CLS", "patch chosen");
    private final Label fromName = Views.label("who looks", "view-muted");
    private final HBox kindRow = row(Views.label("maps", "view-muted"), kinds);
    private final HBox fromRow = row(fromName, from);
    private Consumer<HeadPlace> onPlace = place -> {};
    private Consumer<VisionChoice> onChange = choice -> {};
    private VisionChoice choice = VisionChoice.DEFAULT;

    PairControls() {
        super(24, 12, false);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(360);
        kinds.onChosen(now -> {
            if (now != choice.kind()) {
                onChange.accept(choice.withKind(now));
            }
        });
        residual.setWrapText(true);
        residual.setMinWidth(0);
        residual.setOnAction(e -> onChange.accept(choice.withResidual(residual.isSelected())));
        from.onChoose(index -> onChange.accept(choice.withQuery(index == 0 ? 0 : -1)));
        matrix.onChosen(place -> onPlace.accept(place));
        getChildren().addAll(new VBox(12, kindRow, residual, fromRow), tiles);
    }

    private static HBox row(Label name, Node control) {
        HBox row = new HBox(8, name, control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Called with the block and head a person chooses. */
    void onPlace(Consumer<HeadPlace> listener) {
        onPlace = listener;
    }

    /** Called with what a person chooses; the query is -1 for the patch that is chosen. */
    void onChange(Consumer<VisionChoice> listener) {
        onChange = listener;
    }

    /** Shows what is chosen without telling anybody. */
    void show(PairMaps maps) {
        boolean attention = maps.view().equals("attention");
        choice = maps.choice();
        kinds.setValue(choice.kind());
        residual.setSelected(choice.residual());
        from.mark(choice.query() == 0 ? 0 : 1);
        fromName.setText(attention ? "who looks" : "position of");
        Views.show(kindRow, attention);
        Views.show(residual, attention && choice.kind() == Kind.ROLLOUT);
        Views.show(fromRow, !maps.view().equals("norm"));
        Views.show(tiles, attention);
        if (!attention) {
            return;
        }
        PairMaps.Tiles all = maps.tiles();
        matrix.setSpoken(place -> (all.differ() ? "largest difference " : "largest weight of the left ")
                + Numbers.significant(all.most(place), 3));
        matrix.setMaps(all.pictures(), all.blocks(), all.heads());
        matrix.mark(maps.place());
        words.setText(
                all.differ()
                        ? "Right − left in each head, of what " + choice.looks()
                                + " gives to each patch; one scale around" + " zero for all, ±"
                                + Numbers.significant(all.most(), 3)
                        : "What " + choice.looks()
                                + " gives to each patch in each head of the left; one scale for all");
    }

    AttentionMatrix matrix() {
        return matrix;
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

    Label words() {
        return words;
    }
}
