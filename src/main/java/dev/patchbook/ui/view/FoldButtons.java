package dev.patchbook.ui.view;

import dev.patchbook.chart.RunPlot;
import dev.patchbook.chart.RunPlot.Part;
import dev.patchbook.chart.Strip;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.shape.SVGPath;

/** One small button beside the title of each strip that folds it and opens it again. */
final class FoldButtons extends Group {
    private static final String OPEN = "M0 0 L8 0 L4 5 Z";
    private static final String FOLDED = "M0 0 L5 4 L0 8 Z";

    private final Map<Strip, Button> buttons = new EnumMap<>(Strip.class);
    private final Consumer<Strip> fold;

    FoldButtons(Consumer<Strip> fold) {
        this.fold = fold;
        setManaged(false);
    }

    /** Puts the buttons where the strips of a chart are; what has not changed is not touched, for this is done at each drawing. */
    void place(RunPlot plot) {
        Set<Strip> there = EnumSet.noneOf(Strip.class);
        for (Part part : plot.parts()) {
            if (part.strip() != Strip.LOSS) {
                there.add(part.strip());
                place(buttons.computeIfAbsent(part.strip(), this::make), part, plot);
            }
        }
        buttons.forEach((strip, button) -> button.setVisible(there.contains(strip)));
    }

    private static void place(Button button, Part part, RunPlot plot) {
        boolean open = part.plot().isPresent();
        String words = (open ? "Fold " : "Open ") + part.strip().title();
        double middle = part.top() + 6 + plot.lineHeight() / 2;
        if (!words.equals(button.getAccessibleText()) || button.getWidth() == 0) {
            ((SVGPath) button.getGraphic()).setContent(open ? OPEN : FOLDED);
            button.setAccessibleText(words);
            button.applyCss();
            button.autosize();
        }
        button.relocate(Math.round(plot.left() - 9), Math.round(middle - button.getHeight() / 2));
    }

    private Button make(Strip strip) {
        SVGPath sign = new SVGPath();
        sign.getStyleClass().add("fold-sign");
        Button button = new Button(null, sign);
        button.getStyleClass().add("strip-fold");
        button.setOnAction(e -> fold.accept(strip));
        getChildren().add(button);
        return button;
    }
}
