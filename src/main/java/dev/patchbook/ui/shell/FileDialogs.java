package dev.patchbook.ui.shell;

import dev.patchbook.ui.fx.Dialogs;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The system's file dialogs, and questions in the window's own look. */
public final class FileDialogs implements Dialogs {
    private static final ButtonType SAVE = new ButtonType("Save", ButtonData.YES);
    private static final ButtonType DISCARD = new ButtonType("Discard", ButtonData.NO);
    private final Window owner;

    /** Dialogs over a window. */
    public FileDialogs(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> open(String title, FileKind kind, Path folder) {
        FileChooser chooser = chooser(title, kind, folder);
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> save(String title, FileKind kind, Path suggestion) {
        Path absolute = suggestion.toAbsolutePath();
        FileChooser chooser =
                chooser(title, kind, Optional.ofNullable(absolute.getParent()).orElse(absolute));
        chooser.setInitialFileName(String.valueOf(absolute.getFileName()));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    private static FileChooser chooser(String title, FileKind kind, Path folder) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .addAll(new ExtensionFilter(kind.name(), kind.endings()), new ExtensionFilter("All files", "*.*"));
        if (Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return chooser;
    }

    @Override
    public Unsaved unsaved(String name) {
        Alert alert = new Alert(AlertType.CONFIRMATION, "What is not saved is lost.", SAVE, DISCARD, ButtonType.CANCEL);
        alert.setHeaderText("Save the changes to “" + name + "”?");
        ButtonType answer = ask(alert);
        return answer == SAVE ? Unsaved.SAVE : answer == DISCARD ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    @Override
    public void problem(String what, String remedy) {
        Alert alert = new Alert(AlertType.ERROR, remedy, ButtonType.OK);
        alert.setHeaderText(what);
        ask(alert);
    }

    private ButtonType ask(Alert alert) {
        alert.initOwner(owner);
        alert.setTitle("Patchbook");
        alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        return alert.showAndWait().orElse(ButtonType.CANCEL);
    }
}
