package dev.patchbook.ui.notebook;

import dev.patchbook.config.SettingException;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.ui.form.FormViewModel;
import dev.patchbook.ui.form.SettingsForm;
import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.fx.Pins;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A cell in the column: number and time in the margin, a header that reads as a sentence, form, failure and output. */
public final class CellFrame extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final CellViewModel model;
    private final CellCommands commands;
    private final CellBody body;
    private final Surroundings surroundings;
    private final Pins pins = new Pins();
    private final StackPane form = new StackPane();
    private final StackPane output;
    private final VBox card;

    /**
     * What a frame needs of the window around it.
     *
     * @param dialogs asks for files
     * @param folder what relative paths are relative to, now
     * @param actions the window's commands
     */
    public record Surroundings(Dialogs dialogs, Supplier<Path> folder, Actions actions) {}

    /** Creates the frame of a cell. */
    public CellFrame(CellViewModel model, CellCommands commands, CellBody body, Surroundings surroundings) {
        this.model = model;
        this.commands = commands;
        this.body = body;
        this.surroundings = surroundings;
        this.output = new StackPane(body.node());
        output.getStyleClass().add("cell-output");
        FailureBanner failure = new FailureBanner(this::edit);
        CellKind kind = model.cellProperty().get().kind();
        card = new VBox();
        card.getStyleClass().addAll("cell-card", kind.id());
        if (kind != CellKind.NOTE) {
            card.getChildren()
                    .add(new CellHeader(model, commands, surroundings.actions(), body.controls(), this::edit, pins));
        }
        card.getChildren().addAll(form, failure, output);
        form.setVisible(false);
        form.setManaged(false);
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMinWidth(0);
        getStyleClass().add("cell-frame");
        getChildren().addAll(new CellMargin(model, pins), card);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        addEventFilter(MouseEvent.MOUSE_PRESSED, e -> commands.select(model.id()));
        card.setOnMousePressed(e -> requestFocus());
        follow(failure);
    }

    private void follow(FailureBanner failure) {
        pins.follow(model.failureProperty(), failure::show);
        pins.follow(model.staleProperty(), stale -> output.pseudoClassStateChanged(STALE, stale));
        pins.follow(model.statusProperty(), status -> {
            boolean running = status.kind() == CellStatus.Kind.RUNNING || status.kind() == CellStatus.Kind.PAUSED;
            card.pseudoClassStateChanged(RUNNING, running);
            setAccessibleText(Words.kind(model.cellProperty().get()) + " cell " + model.id() + ", " + status.word());
        });
        if (model.cellProperty().get().kind().runs()) {
            pins.follow(model.editingProperty(), this::showForm);
        }
    }

    /** The cell it shows. */
    public CellViewModel model() {
        return model;
    }

    /** Marks it as the current cell, or not. */
    public void current(boolean is) {
        pseudoClassStateChanged(CURRENT, is);
    }

    /** Opens what a person edits: the settings, or a note's Markdown. */
    public void edit() {
        commands.select(model.id());
        if (!body.edit() && model.cellProperty().get().kind().runs()) {
            model.editingProperty().set(true);
        }
    }

    /** Leaves editing and takes the keyboard back to the frame. */
    public void leave() {
        body.leave();
        model.editingProperty().set(false);
        requestFocus();
    }

    /** Offers to save or copy what the cell shows. */
    public void export() {
        body.export();
    }

    /** Takes over what is being written in a note. */
    void commit() {
        body.leave();
    }

    /** Ends every subscription of the frame and of what is in it. */
    public void release() {
        pins.release();
        body.release();
    }

    private void showForm(boolean open) {
        form.setVisible(open);
        form.setManaged(open);
        if (!open) {
            form.getChildren().clear();
            return;
        }
        FormViewModel fields = commands.form(model.id());
        SettingsForm.Actions actions = new SettingsForm.Actions(run -> apply(fields, run), this::leave);
        SettingsForm view = new SettingsForm(
                fields, actions, surroundings.dialogs(), surroundings.folder().get());
        form.getChildren().setAll((Node) view);
        CellViewModel.Failure failure = model.failureProperty().get();
        view.focus(failure == null ? "" : failure.key());
        commands.reveal(model.id());
    }

    private void apply(FormViewModel fields, boolean run) {
        CellId now;
        try {
            now = commands.write(model.id(), fields);
        } catch (SettingException e) {
            fields.refuse(e);
            return;
        }
        if (now.equals(model.id())) {
            leave();
        } else {
            // Under another name it is another frame.
            commands.reveal(now);
        }
        if (run) {
            commands.run(now);
        }
    }
}
