package dev.patchbook.ui.view;

import dev.patchbook.engine.DataSummary.Example;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One example: its picture, where it belongs, and up to three lines of its caption; all of it on hover. */
final class Thumbnail extends VBox {
    private static final double SIDE = 96;
    private static final int LINES = 3;
    private static final PseudoClass VALIDATION = PseudoClass.getPseudoClass("validation");
    private final String words;
    private final Label part;

    Thumbnail(Example example) {
        getStyleClass().add("thumbnail");
        String name = example.part() + " " + example.index();
        words = name + ": " + example.caption();
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAccessibleText(words);
        pseudoClassStateChanged(VALIDATION, example.part().equals("validation"));
        PictureView picture = new PictureView(SIDE);
        picture.show(example.picture(), words);
        Region border = new Region();
        border.getStyleClass().add("thumbnail-border");
        border.setMouseTransparent(true);
        StackPane framed = new StackPane(picture, border);
        framed.setPrefSize(SIDE, SIDE);
        framed.setMinSize(SIDE, SIDE);
        framed.setMaxSize(SIDE, SIDE);
        part = Views.label(name, "view-muted");
        Caption caption = new Caption(example.caption());
        getChildren().addAll(framed, part, caption);
        Tooltip tooltip = new Tooltip(words);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        Tooltip.install(this, tooltip);
    }

    /** As wide as the picture, or as the longest name where letters are large: all tiles are equally wide. */
    @Override
    protected double computePrefWidth(double height) {
        return Math.max(SIDE, Math.ceil(Measure.width("validation 000", part.getFont())));
    }

    @Override
    protected double computeMaxWidth(double height) {
        return computePrefWidth(height);
    }

    /** Part, number and the whole caption. */
    String words() {
        return words;
    }

    /** A label of at most some lines, cut with an ellipsis. */
    private static final class Caption extends Label {
        Caption(String text) {
            super(text.replace('\n', ' '));
            getStyleClass().addAll("view-text", "thumbnail-caption");
            setWrapText(true);
            setMinHeight(0);
        }

        @Override
        protected double computePrefHeight(double width) {
            double room = getInsets().getTop() + getInsets().getBottom();
            double most = LINES * (Math.ceil(Measure.height(getFont())) + getLineSpacing() + 1) + room + 1;
            return Math.min(most, super.computePrefHeight(width));
        }

        @Override
        protected double computeMaxHeight(double width) {
            return computePrefHeight(width);
        }
    }
}
