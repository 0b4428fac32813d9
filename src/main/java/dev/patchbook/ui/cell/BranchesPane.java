package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.session.TextLine;
import dev.patchbook.session.TextTree.Segment;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The tree of a caption and its branches with the log-probability so far, and its texts from end to end, one below the other. */
final class BranchesPane extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double INDENT = 18;

    private final Sampling sampling;
    private final BiConsumer<Integer, Integer> open;
    private final Label hint = new Label();
    private final VBox tree = new VBox();
    private final VBox texts = new VBox(2);
    private final Label compared = heading("Whole texts: what differs from the caption is marked");
    private final Button undo = new Button("Undo: bring the branch back", Icon.UNDO.node());

    /** Told which line is to be shown up to which place. */
    BranchesPane(Sampling sampling, BiConsumer<Integer, Integer> open) {
        super(8);
        this.sampling = sampling;
        this.open = open;
        hint.getStyleClass().add("fact-name");
        hint.setWrapText(true);
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(e -> sampling.undo());
        VBox.setMargin(compared, new Insets(8, 0, 0, 0));
        tree.getStyleClass().add("branch-tree");
        getChildren().addAll(hint, tree, undo, compared, texts);
        setMinWidth(0);
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("fact-name");
        label.setWrapText(true);
        return label;
    }

    VBox tree() {
        return tree;
    }

    void show() {
        int count = sampling.tree().lines().size() - 1;
        hint.setText(
                count == 0
                        ? "No branches yet. Under Write, choose a character and pick another in its place, or change how it is"
                                + " drawn and go on."
                        : (count == 1 ? "1 branch" : Numbers.count(count) + " branches")
                                + ". At the right: log-probability so far, nats. Choose a stretch to show the text up to its end.");
        tree.getChildren()
                .setAll(sampling.tree().segments().stream().map(this::row).toList());
        texts.getChildren()
                .setAll(sampling.tree().lines().stream().map(this::text).toList());
        Shown.when(compared, count > 0);
        Shown.when(texts, count > 0);
        Shown.when(undo, sampling.undoable());
    }

    private Button row(Segment segment) {
        TextLine line = segment.line();
        String likely = Numbers.significant(line.logProbability(segment.to()), 3);
        String start = segment.from() == 0 ? line.settings().prompt() : "";
        Label text = new Label(start + Written.visible(line, segment.from(), segment.to()));
        text.getStyleClass().add("branch-text");
        text.setWrapText(true);
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label sum = new Label(likely);
        sum.getStyleClass().add("branch-sum");
        sum.setMinWidth(Region.USE_PREF_SIZE);
        Label joint = new Label(segment.depth() == 0 ? "" : "└");
        joint.getStyleClass().add("branch-joint");
        joint.setMinWidth(Region.USE_PREF_SIZE);
        joint.setPadding(new Insets(0, 0, 0, INDENT * Math.max(0, segment.depth() - 1)));
        HBox all = new HBox(6, joint, text, sum);
        all.setAlignment(Pos.TOP_LEFT);
        Button row = new Button(null, all);
        row.getStyleClass().add("branch-row");
        row.setMaxWidth(Double.MAX_VALUE);
        all.prefWidthProperty().bind(row.widthProperty().subtract(16));
        all.setMinWidth(0);
        boolean here = sampling.line().ids().size() >= segment.to()
                && sampling.line()
                        .ids()
                        .subList(0, segment.to())
                        .equals(line.ids().subList(0, segment.to()));
        row.pseudoClassStateChanged(CURRENT, here);
        row.setAccessibleText("“" + text.getText() + "”, log-probability so far " + likely + ", depth "
                + segment.depth() + (segment.end() ? ", ends here" : "") + (here ? ", part of the text shown" : ""));
        row.setTooltip(new Tooltip(row.getAccessibleText()));
        row.setOnAction(e -> open.accept(line.number(), segment.to()));
        return row;
    }

    private HBox text(TextLine line) {
        TextFlow words = new TextFlow();
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        String caption = sampling.tree().lines().get(0).text();
        if (line.number() == 0) {
            Text plain = new Text(caption);
            plain.getStyleClass().add("strip-text");
            words.getChildren().add(plain);
        } else {
            CaptionDiff.of(caption, line.text())
                    .forEach(part -> words.getChildren().add(FilmRow.part(part)));
        }
        double sum = line.logProbability();
        Label likely = new Label(Numbers.significant(sum, 3) + " · "
                + Numbers.significant(sum / Math.max(1, line.length()), 2) + " a character"
                + (line.finished() ? "" : " · not ended"));
        likely.getStyleClass().add("branch-sum");
        likely.setMinWidth(Region.USE_PREF_SIZE);
        Label number = new Label(line.number() == 0 ? "caption" : Integer.toString(line.number()));
        number.getStyleClass().addAll("fact-name", "branch-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        VBox middle = new VBox(words, likely);
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        HBox row = new HBox(8, number, middle);
        row.getStyleClass().add("branch-leaf");
        if (line.number() > 0) {
            row.getChildren().add(remove(line));
        }
        return row;
    }

    private Button remove(TextLine line) {
        Button remove = new Button(null, Icon.DELETE.node());
        remove.getStyleClass().addAll("quiet", "tiny");
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setTooltip(new Tooltip("Remove this branch and what grew from it"));
        remove.setAccessibleText("Remove branch " + line.number() + " and what grew from it");
        remove.setOnAction(e -> {
            sampling.remove(line.number());
            undo.requestFocus();
        });
        return remove;
    }
}
