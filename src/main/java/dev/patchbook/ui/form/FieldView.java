package dev.patchbook.ui.form;

import atlantafx.base.theme.Styles;
import dev.patchbook.config.Setting.Kind;
import dev.patchbook.config.SourceNames;
import dev.patchbook.ui.fx.Dialogs.FileKind;
import dev.patchbook.ui.fx.Icon;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One field of a form: its name, its control by kind, and what is wrong beneath it. */
public final class FieldView extends VBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int SEGMENTS = 3;

    private final FieldViewModel field;
    private final SettingsForm.Files files;
    private Node focus = this;

    /** The control of a field. */
    public FieldView(FieldViewModel field, SettingsForm.Files files) {
        this.field = field;
        this.files = files;
        getStyleClass().add("form-field");
        if (field.setting().kind() == Kind.FILE || field.setting().kind() == Kind.IMAGE) {
            getStyleClass().add("wide");
        }
        getChildren().addAll(name(), control(), problem());
        mark(CHANGED, field.changedProperty().get());
        field.changedProperty().addListener((observable, was, is) -> mark(CHANGED, is));
        mark(WRONG, !field.problemProperty().get().isEmpty());
        field.problemProperty().addListener((observable, was, is) -> mark(WRONG, !is.isEmpty()));
    }

    /** Puts the keyboard into the field. */
    public void focus() {
        focus.requestFocus();
    }

    String key() {
        return field.setting().key();
    }

    private void mark(PseudoClass state, boolean on) {
        pseudoClassStateChanged(state, on);
    }

    private Node name() {
        Label label = new Label(field.setting().label());
        label.getStyleClass().add("form-label");
        label.setTooltip(help());
        Button reset = new Button(null, Icon.RESET.node());
        reset.getStyleClass().addAll("quiet", "tiny");
        reset.setFocusTraversable(false);
        reset.visibleProperty().bind(field.changedProperty());
        reset.setOnAction(e -> field.reset());
        field.standardProperty().addListener((observable, was, is) -> reset.setTooltip(resetTip()));
        reset.setTooltip(resetTip());
        reset.setAccessibleText("Back to the default of " + field.setting().label());
        HBox row = new HBox(4, label, reset);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Tooltip resetTip() {
        return new Tooltip(
                "Back to the default, " + shown(field.standardProperty().get()));
    }

    private Tooltip help() {
        Tooltip tip = new Tooltip(field.setting().help() + "\nDefault: "
                + shown(field.standardProperty().get()));
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        return tip;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "empty" : value;
    }

    private Node problem() {
        Label problem = new Label();
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(field.problemProperty());
        problem.visibleProperty().bind(field.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private Node control() {
        return switch (field.setting().kind()) {
            case CHOICE -> field.setting().choices().size() <= SEGMENTS ? segments() : box();
            case FILE -> withButtons(textField(), browseData(), browseFolder());
            case IMAGE -> {
                TextField text = textField();
                yield withButtons(text, step(Icon.PREVIOUS, -1), step(Icon.NEXT, 1), browse(FileKind.PICTURE));
            }
            default -> textField();
        };
    }

    private TextField textField() {
        TextField text = new TextField();
        text.promptTextProperty().bind(field.standardProperty());
        text.textProperty().bindBidirectional(field.textProperty());
        text.setAccessibleText(field.setting().label());
        text.setAccessibleHelp(field.setting().help());
        text.setTooltip(help());
        text.setPrefColumnCount(12);
        if (field.setting().kind() == Kind.WHOLE || field.setting().kind() == Kind.DECIMAL) {
            text.getStyleClass().add("mono");
        }
        focus = text;
        return text;
    }

    private Node segments() {
        HBox row = new HBox();
        row.getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        List<String> choices = field.setting().choices();
        for (String choice : choices) {
            ToggleButton button = new ToggleButton(choice);
            int place = choices.indexOf(choice);
            button.getStyleClass()
                    .add(
                            place == 0
                                    ? Styles.LEFT_PILL
                                    : place == choices.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setToggleGroup(group);
            button.setUserData(choice);
            button.setAccessibleText(field.setting().label() + " " + choice);
            button.setTooltip(help());
            button.setOnAction(e -> field.choose(choice));
            button.setMaxWidth(Double.MAX_VALUE);
            row.getChildren().add(button);
        }
        focus = row.getChildren().get(0);
        Runnable show = () -> group.getToggles().stream()
                .filter(toggle -> field.effective().equals(toggle.getUserData()))
                .forEach(group::selectToggle);
        field.textProperty().addListener((observable, was, is) -> show.run());
        field.standardProperty().addListener((observable, was, is) -> show.run());
        group.selectedToggleProperty().addListener((observable, was, is) -> {
            if (is == null) {
                show.run();
            }
        });
        show.run();
        return row;
    }

    private Node box() {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(field.setting().choices());
        box.setValue(field.effective());
        box.setAccessibleText(field.setting().label());
        box.setTooltip(help());
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().addListener((observable, was, is) -> field.choose(is == null ? "" : is));
        field.textProperty().addListener((observable, was, is) -> box.setValue(field.effective()));
        field.standardProperty().addListener((observable, was, is) -> box.setValue(field.effective()));
        focus = box;
        return box;
    }

    private Button step(Icon icon, int by) {
        Button button = new Button(null, icon.node());
        String text = by < 0 ? "The picture before (Alt+Down)" : "The next picture (Alt+Up)";
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        button.setOnAction(e -> field.choose(PictureStep.move(field.effective(), by)));
        focus.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.isAltDown() && e.getCode() == (by < 0 ? KeyCode.DOWN : KeyCode.UP)) {
                field.choose(PictureStep.move(field.effective(), by));
                e.consume();
            }
        });
        return button;
    }

    private Button browse(FileKind kind) {
        return browse(
                Icon.FILE,
                "a file",
                () -> files.dialogs().open(field.setting().label(), kind, files.folder()),
                path -> field.textProperty().set(SourceNames.relative(files.folder(), path)));
    }

    private Button browseData() {
        return browse(
                Icon.FILE,
                "a file",
                () -> files.dialogs().open(field.setting().label(), FileKind.DATA, files.folder()),
                path -> files.data().accept(List.of(path)));
    }

    private Button browseFolder() {
        return browse(
                Icon.OPEN,
                "a folder",
                () -> files.dialogs().folder("Folder of pictures", files.folder()),
                path -> files.data().accept(List.of(path)));
    }

    private Button browse(Icon icon, String what, Supplier<Optional<Path>> ask, Consumer<Path> then) {
        Button button = new Button(null, icon.node());
        button.setTooltip(new Tooltip("Browse for " + what));
        button.setAccessibleText("Browse for " + what + ", " + field.setting().label());
        button.setOnAction(e -> ask.get().ifPresent(then));
        return button;
    }

    private static Node withButtons(TextField text, Button... buttons) {
        HBox row = new HBox(4, text);
        row.getChildren().addAll(buttons);
        HBox.setHgrow(text, Priority.ALWAYS);
        return row;
    }
}
