package dev.patchbook.ui.form;

import atlantafx.base.theme.Styles;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.view.WrapRow;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A cell's settings, to be edited in place. Enter applies, Escape leaves; the keys that run a cell apply first. */
public final class SettingsForm extends VBox {
    private final FormViewModel model;
    private final Actions actions;
    private final List<FieldView> fields;

    /**
     * What a form does when it is left.
     *
     * @param apply takes over what is written; false where that cannot be used
     * @param run takes it over and runs the cell
     * @param cancel leaves everything as it was
     */
    public record Actions(BooleanSupplier apply, Runnable run, Runnable cancel) {}

    /**
     * How files are chosen.
     *
     * @param dialogs asks for them
     * @param folder what relative paths are relative to
     * @param data takes chosen data: it is looked at before it is written
     */
    public record Files(Dialogs dialogs, Path folder, Consumer<List<Path>> data) {}

    /** Creates a form. */
    public SettingsForm(FormViewModel model, Actions actions, Files files) {
        this.model = model;
        this.actions = actions;
        this.fields =
                model.all().stream().map(field -> new FieldView(field, files)).toList();
        getStyleClass().add("settings-form");
        FlowPane flow = new FlowPane(16, 12);
        flow.getChildren().setAll(fields);
        flow.setMinWidth(0);
        setMinWidth(0);
        getChildren().addAll(flow, buttons());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Puts the keyboard into the field of a key, or into that of the first setting. */
    public void focus(String key) {
        fields.stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .or(() -> fields.stream().skip(model.own().size()).findFirst())
                .ifPresent(FieldView::focus);
    }

    /** Puts something between the fields and the buttons. */
    public void beneath(Node node) {
        getChildren().add(getChildren().size() - 1, node);
    }

    private Node buttons() {
        Button apply = button("Apply", Command.EDIT_CELL.with("Apply"), this::accept);
        apply.getStyleClass().add(Styles.ACCENT);
        apply.disableProperty().bind(model.validProperty().not());
        Button run = button("Apply and run", Command.RUN_CELL.with("Apply and run"), actions.run());
        run.disableProperty().bind(model.validProperty().not());
        Button cancel = button("Cancel", Command.LEAVE.with("Leave everything as it was"), actions.cancel());
        Button reset = button("All defaults", "Go back to the defaults everywhere", model::reset);
        reset.getStyleClass().add(Styles.FLAT);
        WrapRow row = new WrapRow(8, 8, true);
        row.getChildren().addAll(apply, run, cancel, reset);
        return row;
    }

    private static Button button(String text, String tip, Runnable action) {
        Button button = new Button(text);
        button.setTooltip(new Tooltip(tip));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            actions.cancel().run();
            e.consume();
        } else if (e.getCode() == KeyCode.ENTER && !e.isAltDown() && !e.isShiftDown() && !e.isShortcutDown()) {
            accept();
            e.consume();
        }
    }

    /** Takes over what is written; false where it cannot be used, and says where. */
    public boolean accept() {
        return model.validProperty().get() && actions.apply().getAsBoolean();
    }
}
