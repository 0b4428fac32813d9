package dev.patchbook.ui.importing;

import dev.patchbook.engine.Engine;
import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.fx.FxExecutor;
import dev.patchbook.ui.fx.Sheet;
import dev.patchbook.ui.importing.ImportView.Ending;
import dev.patchbook.ui.view.WrapRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The sheet on which data is chosen. Enter takes it over, Escape leaves everything as it was. */
public final class ImportSheet {
    private final Engine engine;
    private final Dialogs dialogs;
    private final StackPane place = new StackPane();
    private final VBox panel = new VBox(10);
    private final Sheet sheet;
    private ImportViewModel model;
    private ImportView view;

    /**
     * Opens a sheet over what is in the layers.
     *
     * @param engine reads the data
     * @param dialogs asks for files
     * @param targets what the data may be for, the likeliest first
     * @param files what was chosen; empty: what the settings name
     * @param closed called when it is put away
     */
    public ImportSheet(
            Pane layers,
            Engine engine,
            Dialogs dialogs,
            List<ImportTarget> targets,
            List<Path> files,
            Runnable closed) {
        this.engine = engine;
        this.dialogs = dialogs;
        panel.getStyleClass().add("import-panel");
        sheet = new Sheet(layers, panel).patient();
        sheet.getStyleClass().add("roomy");
        VBox.setVgrow(place, Priority.ALWAYS);
        panel.getChildren().addAll(head(targets), place);
        panel.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model = model(targets.get(0), Map.of(), files);
        view = show();
        if (files.size() > 1 && model.files().size() < files.size()) {
            view.add(files); // says why not
        }
        sheet.onClosed(() -> {
            model.close();
            closed.run();
        });
        sheet.open(view.start());
        Window window = layers.getScene().getWindow();
        window.addEventHandler(WindowEvent.WINDOW_HIDDEN, e -> model.close());
    }

    private ImportViewModel model(ImportTarget target, Map<String, String> written, List<Path> files) {
        ImportViewModel made = new ImportViewModel(engine, target, new FxExecutor());
        written.forEach((key, value) -> made.field(key).textProperty().set(value));
        if (!files.isEmpty() && !made.replace(files).isEmpty()) {
            made.replace(files.subList(0, 1));
        }
        made.begin();
        return made;
    }

    private ImportView show() {
        ImportView made = new ImportView(model, dialogs, this::end);
        place.getChildren().setAll(made);
        return made;
    }

    private Node head(List<ImportTarget> targets) {
        Label title = new Label("Choose data");
        title.getStyleClass().add("sheet-title");
        WrapRow head = new WrapRow(12, 6, true);
        head.getChildren().add(title);
        if (targets.size() == 1) {
            Label words = new Label("for " + targets.get(0).words());
            words.getStyleClass().add("muted");
            head.getChildren().add(words);
        } else {
            Label words = new Label("for");
            words.getStyleClass().add("muted");
            head.getChildren().addAll(words, choice(targets));
        }
        return head;
    }

    private ComboBox<ImportTarget> choice(List<ImportTarget> targets) {
        ComboBox<ImportTarget> choice = new ComboBox<>();
        choice.getItems().setAll(targets);
        choice.setValue(targets.get(0));
        choice.setAccessibleText("What the data is for");
        choice.setTooltip(new Tooltip("What the data is for"));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable ImportTarget target) {
                return target == null ? "" : target.words();
            }

            @Override
            public ImportTarget fromString(String text) {
                return targets.get(0);
            }
        });
        choice.valueProperty().addListener((observable, was, is) -> {
            if (is != null) {
                retarget(is);
            }
        });
        return choice;
    }

    /** The same data and settings for something else. */
    private void retarget(ImportTarget target) {
        List<Path> files = model.files();
        Map<String, String> written = model.form().written();
        model.close();
        model = model(target, written, files);
        view = show();
    }

    /** Takes more sources, as when files are dropped on the sheet. */
    public void add(List<Path> files) {
        view.add(files);
    }

    /** Enter does what the button says that has the keyboard, and takes the data over from anywhere else. */
    private void key(KeyEvent e) {
        boolean open = e.getTarget() instanceof ComboBoxBase<?> box && box.isShowing();
        if (e.getCode() != KeyCode.ENTER || e.isAltDown() || e.isShiftDown() || open) {
            return;
        }
        e.consume();
        if (e.getTarget() instanceof ButtonBase button && !e.isShortcutDown()) {
            button.fire();
        } else if (view.usable()) {
            end(e.isShortcutDown() ? Ending.USE_AND_RUN : Ending.USE);
        }
    }

    private void end(Ending ending) {
        ImportViewModel chosen = model;
        sheet.close();
        if (ending != Ending.CANCEL) {
            chosen.use(ending == Ending.USE_AND_RUN);
        }
    }
}
