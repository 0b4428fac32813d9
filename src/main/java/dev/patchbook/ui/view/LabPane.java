package dev.patchbook.ui.view;

import dev.patchbook.chart.AttentionWords;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.EditView;
import dev.patchbook.engine.PatchEdit;
import dev.patchbook.engine.PatchEdit.Kind;
import dev.patchbook.export.LookSheets;
import dev.patchbook.export.LookWords;
import dev.patchbook.export.Sheet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * A picture whose patches are covered, blurred, painted or taken from another picture, with what the model writes of it as it is
 * and as it was made. A click, Space or Enter makes a patch otherwise, or as it was again.
 */
public final class LabPane extends VBox {
    private static final double SIDE = 240;

    /** A stretch of a caption. */
    public record Part(String text, boolean changed) {}

    private final Segments tools = new Segments("what becomes of a patch", "cover", "blur", "paint", "swap");
    private final ColorPicker colour = new ColorPicker(Color.RED);
    private final TextField other = new TextField("validation 1");
    private final Button clear = new Button("As it was");
    private final Waiting waiting = new Waiting("Compute");
    private final PatchCanvas canvas = new PatchCanvas(SIDE);
    private final Label words = Views.label("", "view-muted");
    private final Label own = Views.label("", "view-mono");
    private final Label written = Views.label("", "view-mono");
    private final TextFlow rewritten = new TextFlow();
    private final Facts facts = new Facts();
    private final WrapRow row = new WrapRow(24, 16, false);
    private final Map<Integer, PatchEdit> edits = new LinkedHashMap<>();
    private BiConsumer<List<PatchEdit>, String> onEdits = (made, from) -> {};
    private Kind tool = Kind.COVER;
    private @Nullable EditView shown;

    /** Nothing computed yet. */
    public LabPane() {
        super(12);
        getStyleClass().add("lab-pane");
        for (Label label : List.of(words, own, written)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.setMaxWidth(360);
        }
        rewritten.setMaxWidth(360);
        words.setMaxWidth(SIDE);
        WrapRow controls = controls();
        canvas.onAct(this::make);
        canvas.setSpoken(this::spoken);
        Limits limits = new Limits();
        limits.setText(AttentionWords.LAB_LIMITS);
        VBox captions = new VBox(
                6,
                Views.label("as it is, the model writes", "view-muted"),
                written,
                Views.label("as it was made, it writes", "view-muted"),
                rewritten,
                Views.label("its own caption", "view-muted"),
                own,
                facts);
        row.getChildren().addAll(new VBox(8, canvas, words, limits), captions);
        getChildren().addAll(controls, waiting, row);
        clear();
    }

    private WrapRow controls() {
        colour.setAccessibleText("colour of the paint");
        other.setAccessibleText("picture that swapped patches come from");
        other.setPrefColumnCount(10);
        other.setMinWidth(0);
        clear.setMinWidth(USE_PREF_SIZE);
        clear.setAccessibleText("All patches as they were");
        clear.setOnAction(e -> {
            edits.clear();
            ask();
        });
        WrapRow controls = new WrapRow(12, 8, true);
        controls.getChildren().addAll(tools, colour, other, clear);
        tools.onChoose(this::choose);
        choose(0);
        tools.mark(0);
        other.setOnAction(e -> ask());
        return controls;
    }

    private void choose(int index) {
        tool = Kind.values()[index];
        Views.show(colour, tool == Kind.PAINT);
        Views.show(other, tool == Kind.SWAP);
    }

    /** Makes a patch otherwise; one that is so already becomes as it was. */
    private void make(int patch) {
        Color paint = colour.getValue();
        int rgb = (int) Math.round(255 * paint.getRed()) << 16
                | (int) Math.round(255 * paint.getGreen()) << 8
                | (int) Math.round(255 * paint.getBlue());
        PatchEdit edit = new PatchEdit(patch, tool, rgb);
        if (edit.equals(edits.get(patch))) {
            edits.remove(patch);
        } else {
            edits.put(patch, edit);
        }
        ask();
    }

    private void ask() {
        onEdits.accept(List.copyOf(edits.values()), other.getText().strip());
    }

    /** Called with what is to become of which patches, and the picture that swapped ones come from. */
    public void onEdits(BiConsumer<List<PatchEdit>, String> listener) {
        onEdits = listener;
    }

    /** Patches that were made otherwise before, and the picture that swapped ones came from. */
    public void restore(List<PatchEdit> made, String from) {
        edits.clear();
        made.forEach(edit -> edits.put(edit.patch(), edit));
        if (!from.isBlank()) {
            other.setText(from);
        }
    }

    /** Asks for what is chosen now. */
    public void compute() {
        ask();
    }

    /** What says how far it is. */
    public Waiting waiting() {
        return waiting;
    }

    /** Nothing is made otherwise and nothing computed any more. */
    public void clear() {
        shown = null;
        edits.clear();
        Views.show(row, false);
    }

    /** Shows what came, and the second caption in stretches. */
    public void show(EditView view, List<Part> parts) {
        shown = view;
        waiting.done();
        Views.show(row, true);
        canvas.setPicture(Views.image(view.after()), view.grid());
        canvas.setSpoken(this::spoken);
        written.setText(TokenWords.caption(view.written()));
        own.setText(TokenWords.caption(view.own()));
        rewritten.getChildren().clear();
        for (Part part : parts) {
            Text text = new Text(TokenWords.caption(part.text()));
            text.getStyleClass().add(part.changed() ? "lab-new" : "lab-text");
            rewritten.getChildren().add(text);
        }
        rewritten.setAccessibleText(view.rewritten());
        words.setText(
                edits.isEmpty()
                        ? "Click a patch, or choose one with the arrow keys and press Space."
                        : edits.size() + (edits.size() == 1 ? " patch" : " patches") + " of "
                                + view.grid() * view.grid() + " made otherwise.");
        double change = view.relikely() - view.likely();
        facts.show(List.of(
                "its log-probability",
                Numbers.significant(view.likely(), 3) + " nats",
                "with the changes",
                Numbers.significant(view.relikely(), 3) + " nats",
                "change",
                Numbers.significant(change, 3) + " nats",
                "weights",
                view.step() == 0 ? "starting weights" : "after step " + Numbers.count(view.step())));
    }

    private String spoken(int patch) {
        if (patch < 0) {
            return "the picture's patches; arrow keys choose one, Space changes it";
        }
        PatchEdit edit = edits.get(patch);
        return edit == null ? "patch " + patch + ", as it was" : LookWords.edit(edit);
    }

    /** What is shown as a table. */
    public List<Sheet> sheets() {
        EditView view = shown;
        return view == null ? List.of() : List.of(LookSheets.edited(view, List.copyOf(edits.values())));
    }

    PatchCanvas canvas() {
        return canvas;
    }

    Segments tools() {
        return tools;
    }

    Facts facts() {
        return facts;
    }

    Label words() {
        return words;
    }
}
