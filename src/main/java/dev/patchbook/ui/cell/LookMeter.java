package dev.patchbook.ui.cell;

import dev.patchbook.base.ImageUse;
import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.view.GapLine;
import dev.patchbook.ui.view.Views;
import dev.patchbook.ui.view.WrapRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Whether a model looks at its pictures: what the right one is worth, the three losses behind it, and how it came about. */
final class LookMeter extends VBox {
    private static final String WHAT =
            "At each evaluation the loss is measured three times on the same captions: with their own"
                    + " pictures, with those of other rows, and with one even colour. The gap is what the right picture saves, in nats"
                    + " per character. Near 0 the model does not look, whatever its loss: it has only learned what captions are like.";

    private final Label worth = new Label();
    private final GapLine history = new GapLine();
    private final Fact own = new Fact("own picture");
    private final Fact shuffled = new Fact("another's");
    private final Fact blank = new Fact("blank");
    private final Fact rows = new Fact("rows");
    private final Label what = new Label(WHAT);
    private final Label memory = new Label(null, Icon.WARNING.node());
    private final VBox measured;

    LookMeter() {
        super(4);
        getStyleClass().add("look-meter");
        setMinWidth(0);
        Label title = new Label("Does it look?");
        title.getStyleClass().add("fact-name");
        worth.getStyleClass().add("look-worth");
        Button ask = new Button("What this shows", Icon.HELP.node());
        ask.getStyleClass().addAll("quiet", "tiny");
        ask.setMinWidth(Region.USE_PREF_SIZE);
        ask.setTooltip(new Tooltip(WHAT));
        ask.setOnAction(e -> {
            Shown.when(what, !what.isVisible());
            ask.setText(what.isVisible() ? "Hide" : "What this shows");
        });
        WrapRow line = new WrapRow(12, 4, true);
        line.getChildren().addAll(title, worth, history, ask);
        WrapRow losses = new WrapRow(20, 4, true);
        losses.getChildren().addAll(own, shuffled, blank, rows);
        measured = new VBox(4, line, losses, what);
        measured.setMinWidth(0);
        measured.setAccessibleRole(AccessibleRole.NODE);
        for (Label label : List.of(worth, what, memory)) {
            label.setWrapText(true);
            label.setMinWidth(0);
            label.setMinHeight(USE_PREF_SIZE);
        }
        what.getStyleClass().add("data-words");
        memory.getStyleClass().addAll("fact-name", "warned", "memory-badge");
        getChildren().addAll(memory, measured);
        Shown.when(what, false);
        Shown.when(measured, false);
        Shown.when(memory, false);
    }

    void show(TrainOutput run, Optional<DataSummary> data) {
        List<Evaluated> looks =
                run.evaluations().stream().filter(each -> each.use().rows() > 0).toList();
        Shown.when(measured, !looks.isEmpty());
        int shared = data.map(DataSummary::sharedPictures).orElse(0);
        Shown.when(memory, shared > 0);
        memory.setText(Numbers.count(shared)
                + (shared == 1 ? " validation picture was" : " validation pictures were")
                + " trained on: the validation loss shows memory");
        if (!looks.isEmpty()) {
            history.show(looks.stream().map(each -> each.use().gap()).toList());
            show(looks.get(looks.size() - 1).use());
        }
        Shown.when(this, measured.isVisible() || memory.isVisible());
    }

    private void show(ImageUse use) {
        worth.setText("looking is worth " + nats(use.gap()) + " nats against another picture, " + nats(use.blankGap())
                + " against a blank one");
        own.show(Numbers.loss(use.loss()));
        shuffled.show(Numbers.loss(use.shuffled()));
        blank.show(Numbers.loss(use.blank()));
        rows.show(Numbers.count(use.rows()));
        Views.say(
                measured,
                "Does it look? On " + Numbers.count(use.rows()) + " rows " + worth.getText()
                        + ". Loss with its own picture "
                        + Numbers.loss(use.loss()) + ", with another's " + Numbers.loss(use.shuffled())
                        + ", with a blank one " + Numbers.loss(use.blank()) + ". " + history.getAccessibleText());
    }

    private static String nats(double gap) {
        String digits = String.format(Locale.ROOT, "%.2f", Math.abs(gap));
        return gap < 0 && !digits.equals("0.00") ? "\u2212" + digits : digits;
    }
}
