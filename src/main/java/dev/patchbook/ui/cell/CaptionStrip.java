package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The caption of one unseen picture at each evaluation; what is new since the one before is marked. */
final class CaptionStrip extends VBox {
    private static final int ROWS = 8;
    private static final int LONGEST = 96;

    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final Label title = new Label();
    private final VBox rows = new VBox();
    private final Label earlier = new Label();
    private List<Evaluated> looks = List.of();
    private int picture;
    private int pointed = -1;
    private DoubleConsumer onPointed = step -> {};

    CaptionStrip() {
        super(4);
        getStyleClass().add("caption-strip");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setOnKeyPressed(this::key);
        title.getStyleClass().add("fact-name");
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(
                4, title, button(Icon.PREVIOUS, "The picture before", -1), button(Icon.NEXT, "The next picture", 1));
        head.setAlignment(Pos.CENTER_LEFT);
        earlier.getStyleClass().add("fact-name");
        getChildren().addAll(head, rows, earlier);
        setMinWidth(0);
    }

    private Button button(Icon icon, String tip, int by) {
        Button button = new Button(null, icon.node());
        button.getStyleClass().addAll("quiet", "tiny");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(e -> {
            int count = count();
            picture = count == 0 ? 0 : Math.floorMod(picture + by, count);
            draw();
        });
        return button;
    }

    private int count() {
        return looks.isEmpty() ? 0 : looks.get(looks.size() - 1).captions().size();
    }

    /** Shows a run's evaluations. */
    void show(List<Evaluated> now) {
        if (!now.equals(looks)) {
            looks = now;
            draw();
        }
    }

    /** Called with the step of the row pointed at; not a number when the pointer leaves. */
    void setOnPointed(DoubleConsumer listener) {
        onPointed = listener;
    }

    /** The picture in words; of runs that did not note which they were, the first validation ones. */
    private String name() {
        List<String> pins = looks.get(looks.size() - 1).pins();
        return Look.picture(picture < pins.size() ? pins.get(picture) : "validation " + picture);
    }

    private void draw() {
        boolean any = count() > 0;
        setVisible(any);
        setManaged(any);
        if (!any) {
            return;
        }
        title.setText(name() + ", caption at each evaluation");
        int from = Math.max(0, looks.size() - ROWS);
        List<Node> lines = new ArrayList<>();
        for (int i = from; i < looks.size(); i++) {
            lines.add(row(i, caption(i), i == 0 ? "" : caption(i - 1)));
        }
        rows.getChildren().setAll(lines);
        point(Math.min(pointed, looks.size() - 1));
        earlier.setText(from == 0 ? "" : from + " earlier");
        earlier.setVisible(from > 0);
        earlier.setManaged(from > 0);
    }

    /** Arrow keys go from row to row, as pointing does. */
    private void key(KeyEvent e) {
        int from = Math.max(0, looks.size() - ROWS);
        int last = looks.size() - 1;
        int next = switch (e.getCode()) {
            case UP -> pointed < 0 ? last : Math.max(from, pointed - 1);
            case DOWN -> pointed < 0 ? from : Math.min(last, pointed + 1);
            case HOME -> from;
            case END -> last;
            case ESCAPE -> pointed < 0 ? -2 : -1;
            default -> -2;
        };
        if (next != -2 && e.getTarget() == this) {
            point(next);
            onPointed.accept(next < 0 ? Double.NaN : looks.get(next).step());
            e.consume();
        }
    }

    private void point(int look) {
        pointed = look;
        int from = Math.max(0, looks.size() - ROWS);
        for (int i = 0; i < rows.getChildren().size(); i++) {
            rows.getChildren().get(i).pseudoClassStateChanged(POINTED, from + i == look);
        }
        Views.say(
                this,
                look < 0
                        ? title.getText() + ", " + looks.size() + " captions; arrow keys move over them"
                        : words(look));
    }

    private String words(int look) {
        Evaluated at = looks.get(look);
        return "Step " + Numbers.count(at.step()) + ", validation loss " + Numbers.loss(at.loss()) + ": "
                + caption(look);
    }

    private String caption(int look) {
        List<String> captions = looks.get(look).captions();
        return picture < captions.size() ? captions.get(picture) : "";
    }

    private Node row(int look, String caption, String before) {
        long step = looks.get(look).step();
        Label number = new Label(Numbers.count(step));
        number.getStyleClass().addAll("mono", "strip-step");
        number.setMinWidth(Region.USE_PREF_SIZE);
        TextFlow text = new TextFlow();
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        String shown = caption.length() <= LONGEST ? caption : caption.substring(0, LONGEST) + "…";
        CaptionDiff.of(before, shown).forEach(part -> text.getChildren().add(part(part)));
        HBox row = new HBox(12, number, text);
        row.getStyleClass().add("strip-row");
        row.setOnMouseEntered(e -> onPointed.accept(step));
        row.setOnMouseExited(e -> onPointed.accept(Double.NaN));
        row.setAccessibleText(words(look));
        return row;
    }

    private static Node part(CaptionDiff.Part part) {
        StringBuilder visible = new StringBuilder();
        part.text()
                .codePoints()
                .forEach(c -> visible.append(c == ' ' ? " " : TokenWords.visible(Character.toString(c))));
        if (!part.changed()) {
            Text text = new Text(visible.toString());
            text.getStyleClass().add("strip-text");
            return text;
        }
        Label label = new Label(visible.toString());
        label.getStyleClass().add("strip-new");
        return label;
    }
}
