package dev.patchbook.ui.shell;

import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.shell.Workbench.Origin;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/** Files dragged onto the window: notebooks are opened, a CSV or a picture begins a notebook of its own. */
final class Drops {
    private static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg");

    private final Desk desk;
    private final Dialogs dialogs;
    private final Label sign = new Label("Drop to open");

    Drops(Desk desk, Dialogs dialogs) {
        this.desk = desk;
        this.dialogs = dialogs;
        sign.getStyleClass().add("drop-sign");
        sign.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        sign.setMouseTransparent(true);
        sign.setVisible(false);
    }

    void install(Scene scene, StackPane layers) {
        layers.getChildren().add(sign);
        scene.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
                sign.setVisible(true);
                e.consume();
            }
        });
        scene.setOnDragExited(e -> sign.setVisible(false));
        scene.setOnDragDropped(this::dropped);
    }

    private void dropped(DragEvent e) {
        sign.setVisible(false);
        if (!e.getDragboard().hasFiles()) {
            return;
        }
        List<Path> files =
                e.getDragboard().getFiles().stream().map(File::toPath).toList();
        e.setDropCompleted(true);
        e.consume();
        // A dialog must not hold up the program the files come from.
        Platform.runLater(() -> files.forEach(this::open));
    }

    private void open(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (Files.isDirectory(file)) {
            refuse(file, "is a folder.");
        } else if (name.endsWith(".md") || name.endsWith(".markdown")) {
            desk.open(file);
        } else if (name.endsWith(".csv")) {
            desk.show(Beginnings.table(file), Origin.in(Beginnings.folder(file)));
        } else if (PICTURES.stream().anyMatch(name::endsWith)) {
            desk.show(Beginnings.picture(file), Origin.in(Beginnings.folder(file)));
        } else {
            refuse(file, "is not a file Patchbook opens.");
        }
    }

    private void refuse(Path file, String why) {
        dialogs.problem(
                "“" + file.getFileName() + "” " + why,
                "Drop a notebook (.md), a CSV file with pictures and captions, or a picture (.png, .jpg).");
    }
}
