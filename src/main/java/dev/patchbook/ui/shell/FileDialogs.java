package dev.patchbook.ui.shell;

import dev.patchbook.ui.fx.Dialogs;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The system's file dialogs, and questions in the window's own look. */
public final class FileDialogs implements Dialogs {
    private static final ButtonType SAVE = new ButtonType("Save", ButtonData.YES);
    private static final ButtonType SAVE_ALL = new ButtonType("Save all", ButtonData.YES);
    private static final ButtonType DISCARD = new ButtonType("Discard", ButtonData.NO);
    private static final ButtonType STOP = new ButtonType("Stop and close", ButtonData.YES);
    private static final ButtonType GO_ON = new ButtonType("Keep it open", ButtonData.CANCEL_CLOSE);
    private static final ButtonType OPEN = new ButtonType("Open", ButtonData.LEFT);
    private final Window owner;
    private final Consumer<String> viewer;

    /** Dialogs over a window; the viewer shows an address in the system's browser. */
    public FileDialogs(Window owner, Consumer<String> viewer) {
        this.owner = owner;
        this.viewer = viewer;
    }

    @Override
    public Optional<Path> open(String title, FileKind kind, Path folder) {
        FileChooser chooser = chooser(title, kind, folder);
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> folder(String title, Path folder) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
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
    public Unsaved unsaved(List<String> names) {
        boolean one = names.size() == 1;
        Alert alert = new Alert(
                AlertType.CONFIRMATION,
                (one ? "" : lines(names) + "\n\n") + "What is not saved is lost.",
                one ? SAVE : SAVE_ALL,
                DISCARD,
                ButtonType.CANCEL);
        alert.setHeaderText(
                one
                        ? "Save the changes to “" + names.get(0) + "”?"
                        : names.size() + " notebooks have unsaved changes.");
        ButtonType answer = ask(alert);
        return answer == SAVE || answer == SAVE_ALL
                ? Unsaved.SAVE
                : answer == DISCARD ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    @Override
    public boolean stop(List<String> names) {
        boolean one = names.size() == 1;
        Alert alert = new Alert(
                AlertType.CONFIRMATION,
                (one ? "" : lines(names) + "\n\n") + "Closing stops what runs and what waits.",
                STOP,
                GO_ON);
        alert.setHeaderText(
                one ? "“" + names.get(0) + "” is still running." : names.size() + " notebooks are still running.");
        return ask(alert) == STOP;
    }

    private static String lines(List<String> names) {
        return names.stream().map(name -> "• " + name).collect(Collectors.joining("\n"));
    }

    @Override
    public void tell(String what, String details) {
        Alert alert = new Alert(AlertType.INFORMATION, details, ButtonType.CLOSE);
        alert.setHeaderText(what);
        alert.setResizable(true);
        ask(alert);
    }

    @Override
    public void saved(String what, Path file) {
        Alert alert = new Alert(AlertType.INFORMATION, file.toString(), OPEN, ButtonType.OK);
        alert.setHeaderText(what);
        if (ask(alert) == OPEN) {
            viewer.accept(file.toUri().toString());
        }
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
