package dev.patchbook.ui.view;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.DataSummary.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Examples of a data source: picture and caption, each named as of training or of validation, the latter with a dashed
 * border as well. A dozen at first, more on request; arrow keys move, Enter or a click chooses one.
 */
public final class ThumbnailGrid extends VBox {
    private static final int PAGE = 12;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final WrapRow tiles = new WrapRow(12, 12, false);
    private final Label count = Views.label("", "view-muted");
    private final Hyperlink more = new Hyperlink();
    private final HBox footer = new HBox(12, count, more);
    private List<Example> examples = List.of();
    private List<Example> visible = List.of();
    private long total;
    private int cap = PAGE;
    private int selected = -1;
    private Consumer<Example> onChosen = example -> {};

    /** An empty grid. */
    public ThumbnailGrid() {
        getStyleClass().add("thumbnail-grid");
        setSpacing(12);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        more.getStyleClass().add("view-link");
        more.setOnAction(e -> {
            cap += PAGE;
            more.setVisited(false);
            fill();
        });
        footer.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(tiles, footer);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        show(List.of(), 0);
    }

    /**
     * Shows examples.
     *
     * @param shown examples of both parts
     * @param rows rows there are in all
     */
    public void show(List<Example> shown, long rows) {
        examples = List.copyOf(shown);
        total = Math.max(rows, shown.size());
        cap = PAGE;
        selected = -1;
        fill();
    }

    /** Called with the example a person chooses. */
    public void setOnChosen(Consumer<Example> listener) {
        onChosen = listener;
    }

    /** The examples that have a tile now. */
    List<Example> visibleExamples() {
        return visible;
    }

    Hyperlink more() {
        return more;
    }

    Label count() {
        return count;
    }

    List<Node> tiles() {
        return tiles.getChildren();
    }

    /** The tile selected; -1: none. */
    int selected() {
        return selected;
    }

    private void fill() {
        visible = choose(examples, cap);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < visible.size(); i++) {
            Thumbnail tile = new Thumbnail(visible.get(i));
            int index = i;
            tile.setOnMousePressed(e -> {
                requestFocus();
                select(index);
                onChosen.accept(visible.get(index));
            });
            nodes.add(tile);
        }
        tiles.getChildren().setAll(nodes);
        boolean empty = visible.isEmpty();
        count.setText(
                empty ? "No usable rows" : Numbers.count(visible.size()) + " of " + Numbers.count(total) + " rows");
        int hidden = examples.size() - visible.size();
        more.setVisible(hidden > 0);
        more.setManaged(hidden > 0);
        more.setText("Show " + Math.min(PAGE, hidden) + " more");
        select(Math.min(selected, visible.size() - 1));
    }

    /** The first ones of each part, training first, a third of the room for validation where both are there. */
    static List<Example> choose(List<Example> all, int cap) {
        List<Example> train =
                all.stream().filter(e -> !e.part().equals("validation")).toList();
        List<Example> validation =
                all.stream().filter(e -> e.part().equals("validation")).toList();
        int last = Math.min(validation.size(), Math.max(cap / 3, cap - train.size()));
        List<Example> chosen = new ArrayList<>(train.subList(0, Math.min(train.size(), cap - last)));
        chosen.addAll(validation.subList(0, last));
        return List.copyOf(chosen);
    }

    private void key(KeyEvent e) {
        int last = visible.size() - 1;
        int columns = columns();
        int next = switch (e.getCode()) {
            case LEFT -> Math.max(0, selected - 1);
            case RIGHT -> Math.min(last, selected + 1);
            case UP -> selected - columns >= 0 ? selected - columns : Math.max(0, selected);
            case DOWN -> selected + columns <= last ? Math.max(0, selected + columns) : Math.max(0, selected);
            case HOME -> 0;
            case END -> last;
            default -> -1;
        };
        if (next >= 0 && next <= last) {
            select(next);
            e.consume();
        } else if (e.getCode() == KeyCode.ENTER && selected >= 0 && isFocused()) {
            onChosen.accept(visible.get(selected));
            e.consume();
        }
    }

    /** Tiles in the first row. */
    int columns() {
        List<Node> nodes = tiles.getChildren();
        int columns = 0;
        while (columns < nodes.size()
                && nodes.get(columns).getLayoutY() == nodes.get(0).getLayoutY()) {
            columns++;
        }
        return Math.max(1, columns);
    }

    private void select(int index) {
        selected = index;
        for (int i = 0; i < tiles.getChildren().size(); i++) {
            tiles.getChildren().get(i).pseudoClassStateChanged(SELECTED, i == index);
        }
        Views.say(
                this,
                index < 0
                        ? count.getText() + ", arrow keys move"
                        : ((Thumbnail) tiles.getChildren().get(index)).words());
    }
}
