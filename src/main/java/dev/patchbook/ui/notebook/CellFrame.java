package dev.patchbook.ui.notebook;

import dev.patchbook.config.SettingException;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.ui.consent.Consent;
import dev.patchbook.ui.form.FormViewModel;
import dev.patchbook.ui.form.SettingsForm;
import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.fx.Shown;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A cell in the column: number and time in the margin, a header that reads as a sentence, form, failure and output. */
public final class CellFrame extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final CellViewModel model;
    private final CellCommands commands;
    private final CellBody body;
    private final Surroundings surroundings;
    private final Pins pins = new Pins();
    private final CellMargin margin;
    private final StackPane form = new StackPane();
    private final StackPane output;
    private final FoldedLine folded;
    private final StackPane asking = new StackPane();
    private final VBox card = new VBox();
    private @Nullable SettingsForm open;

    /**
     * What a frame needs of the window around it.
     *
     * @param dialogs asks for files
     * @param folder what relative paths are relative to, now
     * @param actions the window's commands
     * @param consent what may be read outside of the notebook's folder
     * @param imports shows what data would be before a cell takes it over
     */
    public record Surroundings(
            Dialogs dialogs, Supplier<Path> folder, Actions actions, Consent consent, DataImport imports) {}

    /** Creates the frame of a cell. */
    public CellFrame(CellViewModel model, CellCommands commands, CellBody body, Surroundings surroundings) {
        this.model = model;
        this.commands = commands;
        this.body = body;
        this.surroundings = surroundings;
        this.output = new StackPane(body.node());
        output.getStyleClass().add("cell-output");
        this.margin = new CellMargin(model, pins);
        this.folded = new FoldedLine(model, pins);
        CellKind kind = model.cellProperty().get().kind();
        card.getStyleClass().addAll("cell-card", kind.id());
        FailureBanner failure = new FailureBanner(model, commands, surroundings.consent(), this::edit);
        if (kind == CellKind.NOTE) {
            margin.menu(new CellMenu(model, commands, surroundings.actions()));
            card.getChildren().addAll(folded, asking);
        } else {
            card.getChildren()
                    .addAll(
                            new CellHeader(model, commands, surroundings.actions(), body.controls(), this::edit, pins),
                            new RunningLine(model, pins));
        }
        card.getChildren().add(form);
        if (kind == CellKind.TRAIN) {
            card.getChildren().add(new RaceBar(model, commands.training(), this::accept, pins));
        }
        card.getChildren().addAll(failure, new NoticeLine(model, pins), output);
        Shown.when(form, false);
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMinWidth(0);
        getStyleClass().add("cell-frame");
        getChildren().addAll(margin, card);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        mouse();
        follow(failure);
    }

    private void mouse() {
        addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
            if (e.isShiftDown() && e.getButton() == MouseButton.PRIMARY) {
                commands.extendTo(model.id());
                e.consume();
            } else if (!model.selectedProperty().get() || e.getButton() == MouseButton.PRIMARY && !onHandle(e)) {
                commands.select(model.id());
            }
        });
        card.setOnMousePressed(e -> requestFocus());
        setOnContextMenuRequested(e -> {
            new CellMenu(model, commands, surroundings.actions()).show(this, e.getScreenX(), e.getScreenY());
            e.consume();
        });
    }

    /** A press in the margin may be the beginning of a drag of all cells chosen. */
    private boolean onHandle(MouseEvent e) {
        return margin.contains(margin.sceneToLocal(e.getSceneX(), e.getSceneY()));
    }

    private void follow(FailureBanner failure) {
        pins.follow(model.failureProperty(), is -> {
            failure.show(is);
            fold(failure);
        });
        pins.follow(model.staleProperty(), stale -> output.pseudoClassStateChanged(STALE, stale));
        pins.follow(model.selectedProperty(), is -> pseudoClassStateChanged(SELECTED, is));
        pins.follow(model.foundProperty(), is -> pseudoClassStateChanged(FOUND, is));
        pins.follow(model.collapsedProperty(), is -> fold(failure));
        pins.follow(model.outputHiddenProperty(), is -> fold(failure));
        pins.follow(model.choosingProperty(), this::showChooser);
        pins.follow(model.statusProperty(), status -> {
            boolean running = status.kind() == CellStatus.Kind.RUNNING || status.kind() == CellStatus.Kind.PAUSED;
            card.pseudoClassStateChanged(RUNNING, running);
            speak();
        });
        pins.follow(model.linksProperty(), links -> speak());
        if (model.cellProperty().get().kind().runs()) {
            pins.follow(model.editingProperty(), this::showForm);
        }
    }

    private void speak() {
        setAccessibleText(Words.spoken(model));
    }

    /** What is not put away. */
    private void fold(Node failure) {
        boolean collapsed = model.collapsedProperty().get();
        Shown.when(failure, model.failureProperty().get() != null && !collapsed);
        Shown.when(
                output,
                !collapsed
                        && !model.outputHiddenProperty().get()
                        && !model.choosingProperty().get());
        Shown.when(form, !collapsed && open != null);
        folded.show(model.cellProperty().get().kind() == CellKind.NOTE && collapsed);
    }

    /** The cell it shows. */
    public CellViewModel model() {
        return model;
    }

    /** What it is dragged by. */
    void handle(Node handle) {
        margin.handle(handle);
    }

    /** Marks it as the current cell, or not. */
    public void current(boolean is) {
        pseudoClassStateChanged(CURRENT, is);
        if (!is) {
            model.choosingProperty().set(false);
        }
    }

    /** Takes the keyboard, unless something in it is being edited. */
    void takeKeyboard() {
        if (asking.isManaged() && asking.getChildren().get(0) instanceof KindChooser chooser) {
            chooser.focus();
        } else if (!model.editingProperty().get()) {
            requestFocus();
        }
    }

    /** Opens what a person edits: the settings, or a note's Markdown. */
    public void edit() {
        commands.select(model.id());
        model.collapsedProperty().set(false);
        model.choosingProperty().set(false);
        if (!body.edit() && model.cellProperty().get().kind().runs()) {
            model.editingProperty().set(true);
        }
    }

    /** Leaves editing, a form as it was before, and takes the keyboard back to the frame. */
    public void leave() {
        body.leave();
        model.editingProperty().set(false);
        model.choosingProperty().set(false);
        requestFocus();
    }

    /** What it shows. */
    public CellBody body() {
        return body;
    }

    /** Takes over what is being written and leaves editing; false where a form holds something that cannot be used. */
    public boolean accept() {
        SettingsForm settings = open;
        if (settings != null && !settings.accept()) {
            return false;
        }
        if (open != null || model.editingProperty().get() || !isFocused()) {
            leave();
        }
        return true;
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

    private void choose(CellKind kind) {
        model.choosingProperty().set(false);
        if (kind == CellKind.NOTE) {
            edit();
        } else {
            commands.cells().become(model.id(), kind);
        }
    }

    private void showChooser(boolean is) {
        boolean asks = is && model.cellProperty().get().kind() == CellKind.NOTE;
        Shown.when(asking, asks);
        Shown.when(output, !asks && !model.collapsedProperty().get());
        if (asks) {
            asking.getChildren().setAll(new KindChooser(this::choose));
            takeKeyboard();
        }
    }

    private void showForm(boolean editing) {
        Shown.when(form, editing);
        if (!editing) {
            open = null;
            form.getChildren().clear();
            return;
        }
        FormViewModel fields = commands.form(model.id());
        SettingsForm.Actions actions = new SettingsForm.Actions(
                () -> apply(fields), () -> surroundings.actions().run(Command.RUN_CELL), this::leave);
        SettingsForm.Files files = new SettingsForm.Files(
                surroundings.dialogs(),
                surroundings.folder().get(),
                chosen -> surroundings.imports().choose(Optional.of(model.id()), chosen, fields.written()));
        SettingsForm view = new SettingsForm(fields, actions, files);
        AugmentPanel.addTo(view, fields, commands, model.id());
        open = view;
        form.getChildren().setAll((Node) view);
        CellViewModel.Failure failure = model.failureProperty().get();
        view.focus(failure == null ? "" : failure.key());
        commands.reveal(model.id());
    }

    /** Takes a form over; false where it cannot be used. */
    private boolean apply(FormViewModel fields) {
        CellId now;
        try {
            now = commands.write(model.id(), fields);
        } catch (SettingException e) {
            fields.refuse(e);
            return false;
        }
        if (now.equals(model.id())) {
            leave();
        } else {
            // Under another name it is another frame.
            commands.reveal(now);
        }
        return true;
    }
}
