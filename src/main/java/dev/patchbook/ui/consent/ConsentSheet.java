package dev.patchbook.ui.consent;

import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Sheet;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the notebook in front may read outside of its folder, each to be taken back. */
public final class ConsentSheet {
    private final Consent consent;
    private final VBox files = new VBox(6);
    private final Button close = new Button("Close");
    private final Button all = new Button("Take all back");
    private final Sheet sheet;

    /** Lies over what is in the layers once it is opened. */
    public ConsentSheet(Pane layers, Consent consent) {
        this.consent = consent;
        Label title = new Label("Files outside of the notebook's folder");
        title.getStyleClass().add("sheet-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        Label meaning = new Label(
                "This notebook may read these, and the picture files named in them, because you allowed it on this"
                        + " computer. What is taken back is read no more; what was read stays until its cell runs again.");
        meaning.setWrapText(true);
        meaning.setMinHeight(Region.USE_PREF_SIZE);
        meaning.getStyleClass().add("muted");
        ScrollPane scroll = new ScrollPane(files);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("key-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        all.setOnAction(e -> takeBack(consent.allowedProperty().get()));
        HBox foot = new HBox(8, all, close);
        foot.setAlignment(Pos.CENTER_RIGHT);
        VBox panel = new VBox(12, title, meaning, scroll, foot);
        panel.getStyleClass().add("consent-sheet");
        sheet = new Sheet(layers, panel);
        close.setOnAction(e -> sheet.close());
        fill();
    }

    /** Shows it. */
    public void open() {
        sheet.open(close);
    }

    private void takeBack(Set<Path> which) {
        close.requestFocus();
        consent.takeBack(which);
        fill();
    }

    private void fill() {
        List<Path> now = consent.allowedProperty().get().stream().sorted().toList();
        files.getChildren().setAll(now.stream().map(this::row).toList());
        if (now.isEmpty()) {
            Label none = new Label("Nothing is allowed.");
            none.getStyleClass().add("muted");
            files.getChildren().add(none);
        }
        all.setDisable(now.isEmpty());
    }

    private Node row(Path file) {
        Label name = new Label(file.toString());
        name.setWrapText(true);
        name.setMinWidth(0);
        name.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Button back = new Button("Take back", Icon.UNDO.node());
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setAccessibleText("Take back " + file);
        back.setOnAction(e -> takeBack(Set.of(file)));
        HBox row = new HBox(12, name, back);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
