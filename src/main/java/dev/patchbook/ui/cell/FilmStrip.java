package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import javafx.event.EventType;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The pinned pictures side by side, and below them what the model wrote of each at every evaluation, the newest in view. As
 * many pictures as there is room for; the others are a button away. A row pointed at, or gone to by arrow keys, is told.
 */
final class FilmStrip extends VBox {
    private static final double LEAST_LETTERS = 13; // em a caption is never narrower than

    private final Label title = new Label();
    private final Button before = button(Icon.PREVIOUS, "The pinned pictures before");
    private final Button after = button(Icon.NEXT, "The next pinned pictures");
    private final FilmLine head = new FilmLine();
    private final FilmList list = new FilmList(this);
    private final BiFunction<String, Integer, Node> pictures;
    private List<Evaluated> looks = List.of();
    private List<String> pins = List.of();
    private int from;
    private int room = 1;
    private int pointed = -1;
    private boolean telling;
    private boolean newest = true;
    private DoubleConsumer onPointed = step -> {};

    /** A strip without rows; told what stands at the top of a picture's column. */
    FilmStrip(BiFunction<String, Integer, Node> pictures) {
        super(4);
        this.pictures = pictures;
        getStyleClass().add("film-strip");
        setMinWidth(0);
        title.getStyleClass().add("fact-name");
        title.setMinWidth(0);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        before.setOnAction(e -> turn(-room));
        after.setOnAction(e -> turn(room));
        HBox top = new HBox(4, title, before, after);
        top.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(top, head, list);
        list.getSelectionModel().selectedItemProperty().addListener((observable, was, is) -> {
            if (is != null) {
                point(is.step());
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && list.getSelectionModel().getSelectedIndex() >= 0) {
                list.getSelectionModel().clearSelection();
                leave();
                e.consume();
            }
        });
        for (EventType<? extends InputEvent> going :
                List.of(ScrollEvent.SCROLL, MouseEvent.MOUSE_PRESSED, KeyEvent.KEY_PRESSED)) {
            list.addEventFilter(going, e -> newest = false); // a person goes elsewhere, perhaps to come back to the end
        }
        widthProperty().addListener(width -> measure());
        title.fontProperty().addListener(font -> measure());
        Shown.when(this, false);
    }

    private static Button button(Icon icon, String tip) {
        Button button = new Button(null, icon.node());
        button.getStyleClass().addAll("quiet", "tiny");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        return button;
    }

    /** Called with the step of the row pointed at; not a number where none is any more. */
    void setOnPointed(DoubleConsumer listener) {
        onPointed = listener;
    }

    /** Shows a run's evaluations. */
    void show(List<Evaluated> now) {
        int last = now.size() - 1;
        boolean same = now.size() == looks.size() && (last < 0 || now.get(last) == looks.get(last));
        if (same) {
            return;
        }
        boolean follows = newest || list.atEnd(looks.size());
        boolean grown =
                now.size() > looks.size() && now.subList(0, looks.size()).equals(looks);
        List<Evaluated> old = looks;
        looks = now;
        List<String> named = last < 0 ? List.of() : pins(now.get(last));
        Shown.when(this, !named.isEmpty());
        if (!named.equals(pins)) {
            pins = named;
            from = 0;
            arrange();
        }
        if (grown) {
            list.getItems().addAll(now.subList(old.size(), now.size()));
        } else {
            list.getItems().setAll(now);
        }
        list.changed();
        newest = follows;
        speak();
    }

    /** To the last row, unless a person has gone elsewhere or points at a step; says whether it did. */
    boolean toNewest() {
        boolean goes = newest && pointed < 0 && list.getSelectionModel().isEmpty() && !looks.isEmpty();
        if (goes) {
            list.scrollTo(looks.size() - 1);
        }
        return goes;
    }

    /** Draws the tops of the columns again. */
    void refreshHead() {
        if (!pins.isEmpty()) {
            arrange();
        }
    }

    /** Which pictures an evaluation has captions of; of runs that did not note them, the first validation ones. */
    static List<String> pins(Evaluated look) {
        return look.pins().isEmpty()
                ? IntStream.range(0, look.captions().size())
                        .mapToObj(i -> "validation " + i)
                        .toList()
                : look.pins();
    }

    /** What an evaluation has of a picture; empty where it has nothing. */
    static String caption(Evaluated look, String pin) {
        int place = pins(look).indexOf(pin);
        return place >= 0 && place < look.captions().size() ? look.captions().get(place) : "";
    }

    /** The pictures in view. */
    List<String> inView() {
        return pins.subList(Math.min(from, pins.size()), Math.min(pins.size(), from + room));
    }

    /** Whether this is still the evaluation at an index; rows laid aside may be of another run. */
    boolean has(int index, Evaluated look) {
        return index >= 0 && index < looks.size() && looks.get(index).equals(look);
    }

    Evaluated look(int index) {
        return looks.get(index);
    }

    /** How long an evaluation's longest caption in view is. */
    int longest(Evaluated look) {
        return inView().stream()
                .mapToInt(pin -> caption(look, pin).length())
                .max()
                .orElse(0);
    }

    /** The row the cursor is at; -1: none. */
    int pointed() {
        return pointed;
    }

    /** A row is pointed at. */
    void point(double step) {
        mark(step);
        telling = true; // the chart points at the nearest step it has, which may be of the row before
        onPointed.accept(step);
        telling = false;
    }

    /** The pointer is gone: back to the row gone to by keys, if there is one. */
    void leave() {
        Evaluated chosen = list.getSelectionModel().getSelectedItem();
        point(chosen == null ? Double.NaN : chosen.step());
    }

    /** Marks the last evaluation up to a step, and brings it into view. */
    void follow(double step) {
        if (telling) {
            return;
        }
        mark(step);
        if (pointed < 0) {
            list.requestLayout();
        } else if (!list.inView(pointed)) {
            list.scrollTo(pointed);
        }
    }

    private void mark(double step) {
        int found = -1;
        for (int i = 0; i < looks.size() && looks.get(i).step() <= step; i++) {
            found = i;
        }
        pointed = found;
        list.mark();
    }

    private void turn(int by) {
        from = Math.max(0, Math.min(from + by, pins.size() - room));
        arrange();
        list.again();
        speak();
    }

    /** How many columns there is room for. */
    private void measure() {
        double em = title.getFont().getSize();
        int fits = FilmLine.columns(getWidth(), 5 * em, LEAST_LETTERS * em);
        if (fits != room) {
            room = fits;
            turn(0);
        }
    }

    private void arrange() {
        Label step = new Label("step");
        step.getStyleClass().addAll("fact-name", "strip-step");
        List<Node> columns = new ArrayList<>();
        for (String pin : inView()) {
            columns.add(pictures.apply(pin, pins.size()));
        }
        head.show(step, columns);
        boolean more = pins.size() > inView().size();
        Shown.when(before, more);
        Shown.when(after, more);
        before.setDisable(from == 0);
        after.setDisable(from + room >= pins.size());
        String which = more
                ? " " + (from + 1) + (inView().size() == 1 ? "" : "–" + (from + inView().size())) + " of " + pins.size()
                : "";
        title.setText(
                (pins.size() == 1 ? "Pinned picture" : "Pinned pictures") + which + ", captions at each evaluation");
    }

    private void speak() {
        String count = looks.size() == 1 ? "1 row" : Numbers.count(looks.size()) + " rows";
        Views.say(
                list, title.getText() + ", " + count + "; arrow keys move over them and the chart's cursor with them");
    }
}
