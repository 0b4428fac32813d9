package dev.patchbook.ui.shell;

import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.notebook.CellStatus;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.notebook.StatePill;
import dev.patchbook.ui.notebook.Words;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A cell in the outline: its kind and name, or a note's first words, and its state as pictogram and word. */
final class OutlineRow extends Button {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private final Label name = new Label();
    private final Label detail = new Label();
    private final Label relation = new Label();
    private String spokenRelation = "";
    private final Label state = new Label();

    OutlineRow(CellViewModel cell, Pins pins) {
        getStyleClass().setAll("outline-row");
        name.getStyleClass().add("name");
        detail.getStyleClass().add("detail");
        detail.setMinWidth(0);
        state.getStyleClass().add("state");
        state.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(6, name, detail, space, relation, state);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        setGraphic(row);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        row.prefWidthProperty().bind(widthProperty().subtract(34));
        relation.getStyleClass().add("relation");
        relation.setMinWidth(Region.USE_PREF_SIZE);
        pins.follow(cell.relationProperty(), is -> {
            relation.setText(is.sign());
            spokenRelation = is.words();
            setTooltip(
                    is == CellViewModel.Relation.NONE
                            ? null
                            : new Tooltip(
                                    is == CellViewModel.Relation.FEEDS
                                            ? "The current cell builds on it"
                                            : "It builds on the current cell"));
            relation.setVisible(is != CellViewModel.Relation.NONE);
            relation.setManaged(relation.isVisible());
            speak(cell.statusProperty().get());
        });
        pins.follow(cell.cellProperty(), this::name);
        pins.follow(cell.statusProperty(), this::state);
    }

    void current(boolean is) {
        pseudoClassStateChanged(CURRENT, is);
    }

    private void name(Cell is) {
        boolean note = is.kind() == CellKind.NOTE;
        name.setText(note ? Words.first(is.text()) : Words.kind(is));
        name.setMinWidth(note ? 0 : Region.USE_PREF_SIZE);
        detail.setText(note ? "" : is.id().text());
        detail.setVisible(!note);
        detail.setManaged(!note);
        state.setVisible(!note);
        state.setManaged(!note);
        if (!note && !getStyleClass().contains("indented")) {
            getStyleClass().add("indented");
        }
        setAccessibleText(name.getText() + " " + detail.getText());
    }

    private void state(CellStatus status) {
        for (CellStatus.Kind kind : CellStatus.Kind.values()) {
            state.getStyleClass().remove(kind.style());
        }
        state.getStyleClass().add(status.kind().style());
        state.setGraphic(StatePill.icon(status.kind()).node());
        state.setText(word(status));
        speak(status);
    }

    private void speak(CellStatus status) {
        String text = name.getText() + " " + detail.getText() + (state.isVisible() ? ", " + status.word() : "");
        setAccessibleText(text + (spokenRelation.isEmpty() ? "" : ", " + spokenRelation));
    }

    private static String word(CellStatus status) {
        return switch (status.kind()) {
            case RUNNING, PAUSED ->
                status.share() < 0
                        ? (status.kind() == CellStatus.Kind.RUNNING ? "running" : "paused")
                        : String.format(Locale.ROOT, "%.0f %%", 100 * Math.floor(100 * status.share()) / 100);
            case IDLE -> "";
            default -> status.kind().style();
        };
    }
}
