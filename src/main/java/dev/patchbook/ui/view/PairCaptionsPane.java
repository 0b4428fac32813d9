package dev.patchbook.ui.view;

import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.PairWords;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.SideView;
import dev.patchbook.export.PairSheets;
import dev.patchbook.session.CellOutput.CompareOutput;
import dev.patchbook.session.CellOutput.CompareOutput.Side;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * What each side writes, and how it reads the picture's own caption, character by character: a character chosen in one is chosen
 * in the other, with both log-probabilities and their difference.
 */
final class PairCaptionsPane extends VBox {
    private static final String OWN = "the picture's own caption, by surprise";

    private final Label leftTitle = title();
    private final Label rightTitle = title();
    private final TextFlow leftText = new TextFlow();
    private final TextFlow rightText = new TextFlow();
    private final CaptionChips left = new CaptionChips();
    private final CaptionChips right = new CaptionChips();
    private final Label leftOwn = Views.label(OWN, "view-muted");
    private final Label rightOwn = Views.label(OWN, "view-muted");
    private final Label note = Views.label("", "view-muted");
    private final SurpriseKey key = new SurpriseKey();
    private final Facts facts = new Facts();
    private @Nullable CompareOutput shown;

    PairCaptionsPane() {
        super(12);
        key.entropy(false);
        left.name("the own caption as the left side reads it");
        right.name("the own caption as the right side reads it");
        for (Label label : List.of(leftOwn, rightOwn, note)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        getChildren()
                .addAll(
                        new VBox(4, leftTitle, leftText, leftOwn, left),
                        new VBox(4, rightTitle, rightText, rightOwn, right),
                        note,
                        key,
                        facts);
        left.setOnSelected(index -> follow(right, index));
        right.setOnSelected(index -> follow(left, index));
    }

    private static Label title() {
        Label title = Views.label("", "view-strong");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        return title;
    }

    private void follow(CaptionChips other, int index) {
        CompareOutput now = shown;
        if (now != null && !PairSheets.shared(now).isEmpty() && other.selected() != index) {
            other.select(index);
        }
        describe();
    }

    void show(CompareOutput output, List<LabPane.Part> changed) {
        shown = output;
        leftTitle.setText("Left: " + output.left().name() + ", " + output.left().image() + ", writes");
        rightTitle.setText(
                "Right: " + output.right().name() + ", " + output.right().image() + ", writes");
        write(leftText, List.of(new LabPane.Part(output.left().view().written(), false)));
        write(rightText, changed);
        read(left, leftOwn, output.left());
        read(right, rightOwn, output.right());
        note.setText(note(output));
        Views.show(note, !note.getText().isEmpty());
        Views.show(key, left.isVisible() || right.isVisible());
        describe();
    }

    private static String note(CompareOutput output) {
        SideView one = output.left().view();
        SideView other = output.right().view();
        if (one.own().isEmpty() && other.own().isEmpty()) {
            return "Picture files have no caption of their own to be read.";
        }
        if (!one.own().equals(other.own())) {
            return "The two pictures have different captions, so their characters are not subtracted.";
        }
        return PairSheets.shared(output).isEmpty()
                ? "A side cannot read the picture's own caption: it is longer than the model has room for, or has a character"
                        + " that the model does not know."
                : "";
    }

    private static void write(TextFlow into, List<LabPane.Part> parts) {
        into.getChildren().clear();
        StringBuilder all = new StringBuilder();
        for (LabPane.Part part : parts) {
            StringBuilder visible = new StringBuilder();
            part.text()
                    .codePoints()
                    .mapToObj(Character::toString)
                    .forEach(c -> visible.append(c.equals(" ") ? c : TokenWords.visible(c)));
            Text text = new Text(visible.toString());
            text.getStyleClass().add(part.changed() ? "lab-new" : "lab-text");
            into.getChildren().add(text);
            all.append(part.text());
        }
        if (all.isEmpty()) {
            Text nothing = new Text("nothing");
            nothing.getStyleClass().add("lab-text");
            into.getChildren().add(nothing);
        }
        into.setAccessibleText("writes “" + all + "”");
    }

    private static void read(CaptionChips chips, Label title, Side side) {
        float[] logs = side.view().logs().data();
        List<String> characters =
                side.view().own().codePoints().mapToObj(Character::toString).toList();
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < logs.length; i++) {
            letters.add(new Letter(characters.get(i), Math.exp(logs[i])));
        }
        chips.show("", letters, false);
        Views.show(chips, logs.length > 0);
        Views.show(title, logs.length > 0);
    }

    private void describe() {
        CompareOutput now = shown;
        if (now == null) {
            return;
        }
        float[] one = now.left().view().logs().data();
        float[] other = now.right().view().logs().data();
        double left = PairSheets.loss(now.left().view());
        double right = PairSheets.loss(now.right().view());
        boolean shared = !PairSheets.shared(now).isEmpty();
        List<String> all = new ArrayList<>();
        all.addAll(List.of("mean −log p, left", nats(left), "mean −log p, right", nats(right)));
        if (shared) {
            all.addAll(List.of("right − left", signed(right - left)));
            int index = Math.max(this.left.selected(), this.right.selected());
            boolean none = index < 0;
            String name = none
                    ? "choose one"
                    : TokenWords.spoken(PairSheets.shared(now).get(index));
            all.addAll(List.of(
                    "character",
                    name,
                    "its log p, left",
                    none ? "–" : nats(one[index]),
                    "its log p, right",
                    none ? "–" : nats(other[index]),
                    "its right − left",
                    none ? "–" : signed(other[index] - one[index])));
        }
        facts.show(all);
    }

    private static String nats(double value) {
        return Double.isNaN(value) ? "–" : Numbers.significant(value, 3) + " nats";
    }

    private static String signed(double value) {
        return Double.isNaN(value) ? "–" : PairWords.signed(value, Numbers.significant(Math.abs(value), 3)) + " nats";
    }

    CaptionChips left() {
        return left;
    }

    CaptionChips right() {
        return right;
    }

    Facts facts() {
        return facts;
    }

    Label note() {
        return note;
    }

    TextFlow rightText() {
        return rightText;
    }
}
