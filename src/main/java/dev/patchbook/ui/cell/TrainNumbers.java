package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.TrainEvent.Reason;
import dev.patchbook.session.LossSeries;
import dev.patchbook.session.TrainOutput;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/** The numbers of a run in one line: loss, validation, speed, time left. */
final class TrainNumbers extends FlowPane {
    private static final double GAP = 20;

    private final Fact loss = new Fact("loss");
    private final Fact validation = new Fact("validation");
    private final Fact speed = new Fact("a step");
    private final Fact left = new Fact("left");
    private final Fact kept = new Fact("checkpoints");

    TrainNumbers() {
        super(GAP, 4);
        getStyleClass().add("facts");
        getChildren().addAll(loss, validation, speed, left, kept);
    }

    /** A flow pane would rather be as wide as it wraps at; this one as its numbers in one line are. */
    @Override
    protected double computePrefWidth(double height) {
        double width = -GAP;
        for (Node fact : getManagedChildren()) {
            width += GAP + fact.prefWidth(-1);
        }
        return Math.max(0, width);
    }

    /** Shows a run whose checkpoints may take so many megabytes, as its setting has it. */
    void show(TrainOutput run, String keepMb) {
        LossSeries series = run.series();
        boolean any = series.size() > 0;
        int last = series.size() - 1;
        loss.show(any ? Numbers.loss(series.loss(last)) : "–");
        int looks = run.evaluations().size();
        validation.show(
                looks == 0 ? "" : Numbers.loss(run.evaluations().get(looks - 1).loss()));
        speed.show(any ? Numbers.duration(run.msPerStep()) : "");
        kept.show(run.checkpoints().isEmpty() ? "" : DiskWords.of(run, keepMb));
        boolean live = run.summary().isEmpty();
        left.show(live ? run.leftBetween().map(LeftWords::of).orElse("") : "");
        run.summary().filter(how -> how.reason() == Reason.DIVERGED).ifPresent(how -> loss.show("not a number"));
    }
}
