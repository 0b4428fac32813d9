package dev.patchbook.ui.find;

import dev.patchbook.notebook.CellId;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.notebook.ActiveNotebook;
import dev.patchbook.ui.notebook.CellFrame;
import dev.patchbook.ui.notebook.NotebookViewModel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Finds words in the notebook in front: marks the cells that have them and goes from one place to the next. */
public final class FindBar extends HBox {
    private final Pane layers;
    private final ActiveNotebook active;
    private final TextField field = new TextField();
    private final ToggleButton matchCase = new ToggleButton("Aa");
    private final Label count = new Label();
    private List<CellId> found = List.of();
    private int at;
    private @Nullable NotebookViewModel marked;

    /** Lies at the top right of the layers once it is opened. */
    public FindBar(Pane layers, ActiveNotebook active) {
        super(6);
        this.layers = layers;
        this.active = active;
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.TOP_RIGHT);
        StackPane.setMargin(this, new Insets(60, 24, 0, 0));
        field.setPromptText("Find");
        field.setAccessibleText("Find in the notebook");
        field.setPrefColumnCount(16);
        matchCase.setAccessibleText("Match case");
        matchCase.setTooltip(new Tooltip("Match case"));
        matchCase.setOnAction(e -> search());
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        getChildren()
                .addAll(
                        field,
                        count,
                        matchCase,
                        button(Icon.UP, "The place before (Shift+Enter)", () -> step(-1)),
                        button(Icon.DOWN, "The next place (Enter)", () -> step(1)),
                        button(Icon.CLOSE, "Close (Escape)", this::close));
        field.textProperty().addListener((observable, was, is) -> search());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static Button button(Icon icon, String tip, Runnable action) {
        Button button = new Button(null, icon.node());
        button.getStyleClass().add("quiet");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    /** Shows it and puts the keyboard into it. */
    public void open() {
        if (!layers.getChildren().contains(this)) {
            layers.getChildren().add(this);
        }
        field.requestFocus();
        field.selectAll();
        search();
    }

    /** Puts it away and gives the keyboard back to the current cell. */
    public void close() {
        if (layers.getChildren().remove(this)) {
            unmark();
            active.view()
                    .flatMap(view -> Optional.ofNullable(
                                    view.notebook().currentProperty().get())
                            .flatMap(view::frame))
                    .ifPresent(CellFrame::requestFocus);
        }
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            close();
            e.consume();
        } else if (e.getCode() == KeyCode.ENTER && e.getTarget() == field) {
            step(e.isShiftDown() ? -1 : 1);
            e.consume();
        }
    }

    private void unmark() {
        NotebookViewModel notebook = marked;
        if (notebook != null) {
            notebook.cells().forEach(cell -> cell.foundProperty().set(false));
        }
        marked = null;
    }

    private void search() {
        unmark();
        active.model().ifPresent(notebook -> {
            marked = notebook;
            found = Finder.find(notebook.cells(), field.getText(), matchCase.isSelected());
            Set<CellId> cells = new HashSet<>(found);
            notebook.cells().forEach(cell -> cell.foundProperty().set(cells.contains(cell.id())));
            at = next(notebook);
            show();
        });
    }

    /** The first place at or after the current cell. */
    private int next(NotebookViewModel notebook) {
        int here = Math.max(0, notebook.currentIndex());
        for (int i = 0; i < found.size(); i++) {
            if (notebook.notebook().indexOf(found.get(i)) >= here) {
                return i;
            }
        }
        return 0;
    }

    /** The notebook may say something else by now: the place is looked for afresh. */
    private void step(int by) {
        int before = at;
        search();
        if (!found.isEmpty()) {
            at = Math.floorMod(Math.min(before, found.size() - 1) + by, found.size());
            show();
        }
    }

    private void show() {
        String words =
                field.getText().isEmpty() ? "" : found.isEmpty() ? "not found" : (at + 1) + " of " + found.size();
        count.setText(words);
        field.setAccessibleHelp(words);
        field.notifyAccessibleAttributeChanged(AccessibleAttribute.HELP);
        active.model().filter(notebook -> !found.isEmpty()).ifPresent(notebook -> {
            int caret = field.getCaretPosition();
            boolean mine = isFocusWithin();
            notebook.reveal(found.get(at));
            if (mine) {
                field.requestFocus();
                field.positionCaret(caret);
            }
        });
    }
}
