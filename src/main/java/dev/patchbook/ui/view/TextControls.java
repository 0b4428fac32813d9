package dev.patchbook.ui.view;

import dev.patchbook.chart.TextChoice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What is drawn of who reads whom: one head or several made one, which of them, in which scale. */
final class TextControls extends VBox {
    private final KindBox kinds = new KindBox("what is drawn large", TextChoice.KINDS);
    private final Segments scale = new Segments("scale", "per map", "shared");
    private final WrapRow filter = new WrapRow(4, 4, true);
    private final List<ToggleButton> heads = new ArrayList<>();
    private Consumer<TextChoice> onChange = choice -> {};
    private TextChoice choice = TextChoice.DEFAULT;

    TextControls() {
        super(12);
        filter.setPrefWidth(200);
        getChildren().addAll(row("large", kinds), row("scale", scale), filter);
        kinds.onChosen(now -> {
            if (now != choice.kind()) {
                onChange.accept(choice.withKind(now));
            }
        });
        scale.onChoose(index -> onChange.accept(choice.withShared(index == 1)));
        show(choice, 0);
    }

    private static Node row(String name, Node control) {
        HBox row = new HBox(8, Views.label(name, "view-muted"), control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Called with what a person chooses. */
    void onChange(Consumer<TextChoice> listener) {
        onChange = listener;
    }

    /** Shows what is chosen of so many heads without telling anybody. */
    void show(TextChoice now, int count) {
        choice = now;
        kinds.setValue(now.kind());
        scale.mark(now.shared() ? 1 : 0);
        if (heads.size() != count) {
            fill(count);
        }
        Views.show(filter, now.fused() && count > 1);
        for (int head = 0; head < count; head++) {
            boolean in = !now.without().contains(head);
            heads.get(head).setSelected(in);
            heads.get(head).setAccessibleText("head " + head + (in ? ", in" : ", left out"));
        }
    }

    private void fill(int count) {
        heads.clear();
        filter.getChildren().setAll(List.of(Views.label("heads in", "view-muted")));
        for (int i = 0; i < count; i++) {
            int head = i;
            ToggleButton button = new ToggleButton(Integer.toString(i));
            button.getStyleClass().add("small");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(e -> toggle(head));
            heads.add(button);
            filter.getChildren().add(button);
        }
    }

    /** Takes a head in or leaves it out; the last one stays. */
    private void toggle(int head) {
        Set<Integer> without = new HashSet<>(choice.without());
        if (!without.remove(head)) {
            without.add(head);
        }
        if (without.size() < heads.size()) {
            onChange.accept(choice.leaving(without));
        } else {
            show(choice, heads.size());
        }
    }

    KindBox kinds() {
        return kinds;
    }

    Segments scale() {
        return scale;
    }

    ToggleButton head(int index) {
        return heads.get(index);
    }
}
