package dev.patchbook.ui.start;

import dev.patchbook.ui.fx.Icon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The notebooks that were open lately. One that is no longer there says so, and can be taken off the list. */
final class RecentList extends VBox {
    private final Recent recent;
    private final Consumer<Path> opener;
    private final ListChangeListener<Path> listener = change -> show();
    private final Map<Path, Boolean> there = new HashMap<>();

    RecentList(Recent recent, Consumer<Path> opener) {
        this.recent = recent;
        this.opener = opener;
        getStyleClass().add("recent-list");
        setMinWidth(0);
        recent.files().addListener(listener);
        show();
        refresh();
    }

    void release() {
        recent.files().removeListener(listener);
    }

    /** Looks which files are still there; not on the window's thread, since a drive may be slow or asleep. */
    void refresh() {
        for (Path file : recent.files()) {
            Future<?> unused = CompletableFuture.supplyAsync(() -> Files.isRegularFile(file))
                    .thenAccept(is -> Platform.runLater(() -> {
                        if (!is.equals(there.put(file, is))) {
                            show();
                        }
                    }));
        }
    }

    private void show() {
        getChildren().clear();
        setVisible(!recent.files().isEmpty());
        setManaged(!recent.files().isEmpty());
        Label title = new Label("Recent notebooks");
        title.getStyleClass().add("start-heading");
        getChildren().add(title);
        recent.files().forEach(file -> getChildren().add(row(file)));
    }

    private Node row(Path file) {
        boolean missing = !there.getOrDefault(file, true);
        Label name = new Label(String.valueOf(file.getFileName()));
        name.getStyleClass().add("recent-name");
        name.setMinWidth(0);
        Label place = new Label(missing ? "is no longer there: " + file.getParent() : String.valueOf(file.getParent()));
        place.getStyleClass().add("recent-place");
        place.setMinWidth(0);
        HBox words = new HBox(12, name, place);
        words.setAlignment(Pos.BASELINE_LEFT);
        words.setMinWidth(0);
        Button open = new Button(null, words);
        open.getStyleClass().setAll("recent-row");
        open.setMinWidth(0);
        open.setMaxWidth(Double.MAX_VALUE);
        open.setAlignment(Pos.CENTER_LEFT);
        open.setDisable(missing);
        open.setTooltip(new Tooltip(file.toString()));
        open.setAccessibleText((missing ? "Missing: " : "Open ") + file);
        open.setOnAction(e -> opener.accept(file));
        words.prefWidthProperty().bind(open.widthProperty().subtract(20));
        HBox.setHgrow(open, Priority.ALWAYS);
        Button remove = new Button(missing ? "Remove" : null, Icon.CLOSE.node());
        remove.getStyleClass().add("quiet");
        remove.setMinWidth(USE_PREF_SIZE);
        remove.setTooltip(new Tooltip("Take it off this list; the file stays"));
        remove.setAccessibleText("Take " + file.getFileName() + " off the list");
        remove.setOnAction(e -> recent.remove(file));
        HBox row = new HBox(4, open, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
