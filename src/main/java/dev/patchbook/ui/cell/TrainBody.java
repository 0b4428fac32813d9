package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.export.ChartSheet;
import dev.patchbook.export.Sheet;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.ChartControls;
import dev.patchbook.ui.view.RunChart;
import dev.patchbook.ui.view.TrainingPicture;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A run: how far it is, its losses as they fall, and what it writes of unseen pictures at each evaluation. */
final class TrainBody extends OutputBody<TrainOutput> {
    private final RunControls controls;
    private final TrainMore more;
    private final HeldBanner held;
    private final ProgressBar bar = new ProgressBar(0);
    private final TrainNumbers numbers = new TrainNumbers();
    private final RunChart chart = new RunChart();
    private final RunComparison comparison;
    private final RunsPane runs;
    private final TimeSlider time;
    private final TrainingPicture parts = new TrainingPicture();
    private final LookMeter looking = new LookMeter();
    private final RunFilm film;

    TrainBody(CellViewModel cell, CellCommands commands) {
        super(TrainOutput.class, cell, commands);
        comparison = new RunComparison(cell.id(), commands);
        runs = new RunsPane(cell.id().text(), comparison, commands.training());
        comparison.tell(
                () -> {
                    chart.show(comparison.runs());
                    runs.show();
                },
                chart::refresh,
                runs::show);
        time = new TimeSlider(cell, commands, pins);
        film = new RunFilm(cell, commands, pins);
        film.strip().setOnPointed(chart::pointAt);
        chart.setOnPointed(film.strip()::follow);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("thin-bar");
        more = new TrainMore(cell, commands, pins);
        held = new HeldBanner(cell, commands);
        controls = new RunControls(cell, commands, pins);
    }

    @Override
    protected List<Node> ownControls() {
        return controls.nodes();
    }

    @Override
    protected Node build() {
        Region line = new SpreadLine(numbers, new ChartControls(chart));
        VBox plot = new VBox(8, chart, time, runs);
        plot.setMinWidth(0);
        VBox all = new VBox(8, held, bar, more, parts, line, looking, plot, film);
        all.setMinWidth(0);
        return all;
    }

    @Override
    public boolean askMore() {
        return more.ask();
    }

    @Override
    protected List<Shown> shown(TrainOutput run) {
        return List.of(Shown.of("loss", "Loss chart", chart).and(chart::svg));
    }

    @Override
    protected List<Sheet> sheets(TrainOutput run) {
        List<Sheet> all = new ArrayList<>(super.sheets(run));
        all.add(0, ChartSheet.of(chart.runs(), chart.options().axis(), chart.shown()));
        return all;
    }

    @Override
    public void release() {
        super.release();
        comparison.release();
    }

    @Override
    protected void show(TrainOutput run) {
        double share = run.total() == 0 ? 0 : (double) run.step() / run.total();
        bar.setProgress(Math.min(1, share));
        bar.setVisible(run.summary().isEmpty());
        bar.setManaged(bar.isVisible());
        bar.setAccessibleText("step " + Numbers.count(run.step()) + " of " + Numbers.count(run.total()));
        held.show(run);
        numbers.show(run, commands.setting(cell.id(), "keep-mb"));
        looking.show(run, commands.data(cell.id()));
        run.stage().ifPresent(parts::show);
        comparison.take(run);
        CellId rival = cell.rivalProperty().get();
        if (rival != null && run.summary().isEmpty()) {
            comparison.race(rival);
        }
        long total = run.summary().isEmpty() ? run.total() : run.step();
        if (chart.options().total() != total) {
            chart.setOptions(chart.options().withTotal(total));
        }
        chart.refresh();
        time.show(run);
        film.show(run);
    }
}
