package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.TrainEvent.Evaluated;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** One evaluation: its step and a caption for each picture in view, what is new since the evaluation before marked. */
final class FilmRow extends ListCell<Evaluated> {
    private static final int LONGEST = 160;
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final FilmStrip strip;
    private final FilmLine line = new FilmLine();

    FilmRow(FilmStrip strip) {
        this.strip = strip;
        getStyleClass().add("strip-row");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setOnMouseMoved(
                e -> { // not entered: rows that scroll under a resting mouse are not pointed at
                    Evaluated look = getItem();
                    if (look != null) {
                        strip.point(look.step());
                    }
                });
        setOnMouseExited(e -> strip.leave());
    }

    @Override
    protected void updateItem(@Nullable Evaluated look, boolean empty) {
        super.updateItem(look, empty);
        fill();
        mark();
    }

    /** Shows what its evaluation has of the pictures in view. */
    void fill() {
        Evaluated look = getItem();
        if (isEmpty() || look == null || !strip.has(getIndex(), look)) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            fill(line, strip, look, getIndex());
            setGraphic(line);
            setAccessibleText(words(strip, look, getIndex()));
        }
    }

    /** Marks it where the chart's cursor is. */
    void mark() {
        pseudoClassStateChanged(POINTED, !isEmpty() && getIndex() == strip.pointed());
    }

    static void fill(FilmLine line, FilmStrip strip, Evaluated look, int index) {
        Label number = new Label(Numbers.count(look.step()));
        number.getStyleClass().addAll("mono", "strip-step");
        List<Node> columns = new ArrayList<>();
        for (String pin : strip.inView()) {
            String before = index == 0 ? "" : FilmStrip.caption(strip.look(index - 1), pin);
            columns.add(caption(before, FilmStrip.caption(look, pin)));
        }
        line.show(number, columns);
    }

    private static Node caption(String before, String caption) {
        TextFlow text = new TextFlow();
        text.setMinWidth(0);
        String shown = caption.length() <= LONGEST ? caption : caption.substring(0, LONGEST) + "…";
        CaptionDiff.of(before, shown).forEach(part -> text.getChildren().add(part(part)));
        return text;
    }

    /** A stretch of a caption, marked where it is new. */
    static Node part(CaptionDiff.Part part) {
        String visible = part.text()
                .codePoints()
                .mapToObj(c -> c == ' ' ? " " : TokenWords.visible(Character.toString(c)))
                .collect(Collectors.joining());
        if (!part.changed()) {
            Text text = new Text(visible);
            text.getStyleClass().add("strip-text");
            return text;
        }
        Label label = new Label(visible);
        label.getStyleClass().add("strip-new");
        return label;
    }

    /** The row as a screen reader says it. */
    static String words(FilmStrip strip, Evaluated look, int index) {
        String captions = strip.inView().stream()
                .map(pin -> {
                    String now = FilmStrip.caption(look, pin);
                    String before = index == 0 ? "" : FilmStrip.caption(strip.look(index - 1), pin);
                    String fresh = CaptionDiff.words(before, now).stream()
                            .filter(CaptionDiff.Part::changed)
                            .map(part -> part.text().strip())
                            .collect(Collectors.joining(", "));
                    return Look.picture(pin) + ": " + (now.isEmpty() ? "no caption" : now)
                            + (fresh.isEmpty() ? "" : ", new: " + fresh);
                })
                .collect(Collectors.joining("; "));
        return "Step " + Numbers.count(look.step()) + ", validation loss " + Numbers.loss(look.loss()) + "; "
                + captions;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Insets in = getInsets();
        double width = getWidth() - in.getLeft() - in.getRight();
        line.resizeRelocate(in.getLeft(), in.getTop(), width, line.prefHeight(width));
    }
}
