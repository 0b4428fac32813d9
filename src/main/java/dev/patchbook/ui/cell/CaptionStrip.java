package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.ui.fx.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
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

    private final Label title = new Label();
    private final VBox rows = new VBox();
    private final Label earlier = new Label();
    private List<Evaluated> looks = List.of();
    private int picture;
    private DoubleConsumer onPointed = step -> {};

    CaptionStrip() {
        super(4);
        getStyleClass().add("caption-strip");
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

    private void draw() {
        boolean any = count() > 0;
        setVisible(any);
        setManaged(any);
        if (!any) {
            return;
        }
        title.setText("validation picture " + picture + ", caption at each evaluation");
        int from = Math.max(0, looks.size() - ROWS);
        List<Node> lines = new ArrayList<>();
        for (int i = from; i < looks.size(); i++) {
            lines.add(row(looks.get(i).step(), caption(i), i == 0 ? "" : caption(i - 1)));
        }
        rows.getChildren().setAll(lines);
        earlier.setText(from == 0 ? "" : from + " earlier");
        earlier.setVisible(from > 0);
        earlier.setManaged(from > 0);
    }

    private String caption(int look) {
        List<String> captions = looks.get(look).captions();
        return picture < captions.size() ? captions.get(picture) : "";
    }

    private Node row(long step, String caption, String before) {
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
        row.setAccessibleText("Step " + step + ": " + caption);
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
