package dev.patchbook.ui.view;

import dev.patchbook.engine.RowPage.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * All rows of data as tiles, of which only those in view are made and filled. Arrow keys, page up and down, home and end move
 * over them; Enter or a click chooses one. The wheel moves the rows once the keyboard is here, and the page around them else.
 */
public final class RowGrid extends Region {
    private static final double GAP = 12;
    private static final double MOST_LINES = 2.35; // what is cut off shows that there is more
    private static final double BAR = 14;
    private static final double LEAST_THUMB = 0.08; // of the bar
    private static final double FRAME = 4; // room for the frame of the one chosen
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Thumbnail measure = new Thumbnail();
    private final List<Thumbnail> tiles = new ArrayList<>();
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private GridRows rows = GridRows.NONE;
    private int first;
    private int selected = -1;
    private Consumer<Row> onChosen = row -> {};
    private BiConsumer<Row, ContextMenuEvent> onMenu = (row, e) -> {};

    /** An empty grid. */
    public RowGrid() {
        getStyleClass().add("row-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setMinWidth(0);
        Views.show(measure, false);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.setAccessibleText("rows in view");
        bar.valueProperty().addListener((observable, was, is) -> requestLayout());
        setClip(clip);
        getChildren().addAll(measure, bar);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        setOnMousePressed(e -> requestFocus());
        changed();
    }

    /** Shows other rows, from the first. */
    public void show(GridRows shown) {
        rows = shown;
        selected = -1;
        bar.setValue(0);
        changed();
    }

    /** Some rows are at hand now, or how many there are is known. */
    public void changed() {
        if (selected >= rows.total()) {
            selected = -1;
        }
        speak();
        requestLayout();
    }

    /** Called with the row a person chooses. */
    public void setOnChosen(Consumer<Row> listener) {
        onChosen = listener;
    }

    /** Called with the row whose menu a person asks for. */
    public void setOnMenu(BiConsumer<Row, ContextMenuEvent> listener) {
        onMenu = listener;
    }

    private void menu(ContextMenuEvent e) {
        for (int i = 0; i < tiles.size() && !e.isKeyboardTrigger(); i++) {
            Thumbnail tile = tiles.get(i);
            if (tile.isVisible() && tile.getBoundsInParent().contains(sceneToLocal(e.getSceneX(), e.getSceneY()))) {
                select(first + i);
            }
        }
        if (selected >= 0) {
            rows.row(selected).ifPresent(row -> onMenu.accept(row, e));
        }
    }

    /** The place selected; -1: none. */
    public int selected() {
        return selected;
    }

    /** The tile of the place selected, where it is in view. */
    public Region selectedTile() {
        int index = selected - first;
        return index >= 0 && index < tiles.size() && tiles.get(index).isVisible() ? tiles.get(index) : this;
    }

    /** Tiles of a line. */
    int columns() {
        return columns(getWidth());
    }

    /** The rows that have a tile now. */
    List<Optional<Row>> inView() {
        List<Optional<Row>> view = new ArrayList<>();
        for (int i = 0; i < tiles.size() && first + i < rows.total(); i++) {
            view.add(rows.row(first + i));
        }
        return view;
    }

    private int columns(double width) {
        double room = Math.max(0, width - BAR - 2 * FRAME + GAP);
        return (int) Math.max(1, Math.floor(room / (measure.tileWidth() + GAP)));
    }

    private double line() {
        return measure.tileHeight() + GAP;
    }

    private int lines(double width) {
        int columns = columns(width);
        return (rows.total() + columns - 1) / columns;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 6 * (measure.tileWidth() + GAP) + BAR;
    }

    @Override
    protected double computePrefHeight(double width) {
        int lines = lines(width < 0 ? prefWidth(-1) : width);
        return lines == 0 ? 0 : Math.ceil(2 * FRAME + Math.min(lines, MOST_LINES) * line() - (lines > 2 ? 0 : GAP));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        int columns = columns();
        double view = (getHeight() - 2 * FRAME) / line();
        double most = Math.max(0, lines(getWidth()) - view - GAP / line());
        bar.setMax(most);
        bar.setVisibleAmount(most * Math.max(LEAST_THUMB, view / Math.max(1, lines(getWidth()))));
        bar.setUnitIncrement(1);
        bar.setBlockIncrement(Math.max(1, Math.floor(view)));
        bar.setVisible(most > 0);
        bar.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
        double top = Math.max(0, Math.min(most, bar.getValue()));
        int firstLine = (int) Math.floor(top);
        int shown = Math.min((int) Math.ceil(view + 1) * columns, Math.max(0, rows.total() - firstLine * columns));
        first = firstLine * columns;
        tiles(shown);
        if (shown > 0) {
            rows.need(first, first + shown - 1);
        }
        double width = (getWidth() - BAR - 2 * FRAME + GAP) / columns;
        double tile = Math.min(measure.tileWidth(), Math.max(0, width - GAP));
        for (int i = 0; i < shown; i++) {
            double y = FRAME + (firstLine - top + i / columns) * line();
            tiles.get(i)
                    .resizeRelocate(
                            snapPositionX(FRAME + i % columns * (tile + GAP)),
                            snapPositionY(y),
                            tile,
                            measure.tileHeight());
        }
    }

    /** Fills so many tiles with the rows from the first one in view. */
    private void tiles(int count) {
        while (tiles.size() < count) {
            Thumbnail tile = new Thumbnail();
            tile.setManaged(false);
            int place = tiles.size();
            tile.setOnMouseClicked(e -> {
                requestFocus();
                select(first + place);
                choose();
            });
            tiles.add(tile);
            getChildren().add(getChildren().size() - 1, tile);
        }
        for (int i = 0; i < tiles.size(); i++) {
            Thumbnail tile = tiles.get(i);
            tile.setVisible(i < count);
            if (i < count) {
                tile.show(rows.row(first + i));
            }
            tile.pseudoClassStateChanged(SELECTED, i < count && first + i == selected);
        }
    }

    private void choose() {
        if (selected >= 0) {
            rows.row(selected).ifPresent(onChosen);
        }
    }

    private void key(KeyEvent e) {
        int last = rows.total() - 1;
        int columns = columns();
        int page = columns * (int) Math.max(1, Math.floor(getHeight() / line()));
        int next = switch (e.getCode()) {
            case LEFT -> selected - 1;
            case RIGHT -> selected + 1;
            case UP -> selected - columns >= 0 ? selected - columns : selected;
            case DOWN -> selected < 0 ? 0 : selected + columns <= last ? selected + columns : selected;
            case PAGE_UP -> Math.max(selected % columns, selected - page);
            case PAGE_DOWN -> Math.min(last, selected + page);
            case HOME -> 0;
            case END -> last;
            case ENTER -> {
                choose();
                e.consume();
                yield Integer.MIN_VALUE;
            }
            default -> Integer.MIN_VALUE;
        };
        if (next != Integer.MIN_VALUE && last >= 0) {
            select(Math.max(0, Math.min(last, next)));
            e.consume();
        }
    }

    private void select(int place) {
        selected = place;
        int line = place / columns();
        double view = (getHeight() - 2 * FRAME + GAP) / line();
        if (line < bar.getValue()) {
            bar.setValue(line);
        } else if (line + 1 > bar.getValue() + view) {
            bar.setValue(Math.min(bar.getMax(), line + 1 - view));
        }
        speak();
        requestLayout();
    }

    private void speak() {
        String row = rows.row(selected).map(Thumbnail::words).orElse("being read");
        Views.say(this, selected >= 0 ? row : rows.total() + " rows, arrow keys move");
    }

    private void wheel(ScrollEvent e) {
        boolean there = e.getDeltaY() > 0 ? bar.getValue() > 0 : bar.getValue() < bar.getMax();
        if (isFocused() && bar.isVisible() && there) {
            double lines = -e.getDeltaY() / line();
            bar.setValue(Math.max(0, Math.min(bar.getMax(), bar.getValue() + lines)));
            e.consume();
        }
    }
}
