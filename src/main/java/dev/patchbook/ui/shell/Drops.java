package dev.patchbook.ui.shell;

import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.fx.Dialogs.FileKind;
import dev.patchbook.ui.notebook.CellFrame;
import dev.patchbook.ui.notebook.OwnPicture;
import dev.patchbook.ui.shell.Workbench.Origin;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/**
 * Files dragged onto the window: notebooks are opened, data is shown before a notebook begins on it or, dropped on a data
 * cell, before the cell takes it over; a picture is looked at by the cell it is dropped on, or begins a notebook of its own.
 */
final class Drops {
    private final Desk desk;
    private final Imports imports;
    private final Dialogs dialogs;
    private final Label sign = new Label();

    Drops(Desk desk, Imports imports, Dialogs dialogs) {
        this.desk = desk;
        this.imports = imports;
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
                sign.setText(cell(e).filter(cell -> takes(cell, e.getDragboard().getFiles()))
                        .map(cell -> "Drop for the cell “" + cell.model().id() + "”")
                        .orElse("Drop to open"));
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
        Optional<CellFrame> cell = cell(e);
        e.setDropCompleted(true);
        e.consume();
        // A dialog must not hold up the program the files come from.
        Platform.runLater(() -> take(files, cell));
    }

    /** The cell under the mouse that takes files. */
    private Optional<CellFrame> cell(DragEvent e) {
        return desk.front().flatMap(pane -> pane.view().taking(e.getSceneX(), e.getSceneY()));
    }

    private static boolean looks(CellFrame frame) {
        return frame.model().cellProperty().get().kind().takesPicture();
    }

    private static boolean takes(CellFrame cell, List<File> files) {
        return !looks(cell) || files.stream().anyMatch(file -> FileKind.PICTURE.fits(file.getName()));
    }

    private void take(List<Path> files, Optional<CellFrame> cell) {
        List<Path> data = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            if (Files.isDirectory(file) || FileKind.DATA.fits(name)) {
                data.add(file);
            } else if (cell.filter(Drops::looks).isPresent() && FileKind.PICTURE.fits(name)) {
                look(cell.get(), file);
            } else {
                open(file, name);
            }
        }
        if (data.isEmpty()) {
            return;
        }
        Optional<NotebookPane> front = desk.front();
        if (cell.filter(frame -> !looks(frame)).isPresent() && front.isPresent()) {
            imports.choose(
                    front.get(),
                    cell.map(frame -> frame.model().id()),
                    data,
                    cell.get().model().cellProperty().get().settings());
        } else {
            imports.begin(data);
        }
    }

    private void look(CellFrame cell, Path file) {
        desk.front()
                .ifPresent(pane -> new OwnPicture(
                                cell.model().id(), pane.notebook().commands(), dialogs, pane.document()::folder)
                        .take(file));
    }

    private void open(Path file, String name) {
        if (name.endsWith(".md") || name.endsWith(".markdown")) {
            desk.open(file);
        } else if (FileKind.PICTURE.fits(name)) {
            desk.show(Beginnings.picture(file), Origin.in(Beginnings.folder(file)));
        } else {
            dialogs.problem(
                    "“" + file.getFileName() + "” is not a file Patchbook opens.",
                    "Drop a notebook (.md), a table or list of pictures and captions (.csv, .tsv, .json, .jsonl), a folder of"
                            + " pictures, or a picture.");
        }
    }
}
