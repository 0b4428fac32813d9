package dev.patchbook.cli;

import dev.patchbook.engine.Progress;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainEvent.Evaluated;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellRun;
import dev.patchbook.session.TrainOutput;
import java.time.Duration;
import java.util.Locale;

/** In a terminal: a bar for the cell that runs, written over as it goes, and a line for each cell that has ended. */
final class BarCellReporter implements CellReporter {
    private static final int BAR = 20;
    private static final int WIDTH = 78;

    private final Terminal terminal;
    private final TextCellReporter lines;
    private String validation = "";
    private int shown;

    BarCellReporter(Terminal terminal) {
        this.terminal = terminal;
        this.lines = new TextCellReporter(terminal);
    }

    @Override
    public void started(Cell cell) {
        validation = "";
        over(cell.id() + " …");
    }

    @Override
    public void progress(Cell cell, CellRun run, Progress progress) {
        if (run.stopping()) {
            over(cell.id() + "  stopping");
        } else if (run.output().orElse(null) instanceof TrainOutput train
                && train.summary().isEmpty()) {
            String loss = train.series().size() == 0
                    ? ""
                    : "  loss " + loss(train.series().loss(train.series().size() - 1));
            String left = train.left().map(time -> "  " + time(time) + " left").orElse("");
            over(bar(cell.id(), train.step(), train.total()) + left + "  step " + train.step() + "/" + train.total()
                    + loss + validation);
        } else if (progress.total() > 0) {
            over(bar(cell.id(), progress.done(), progress.total()) + "  " + progress.phase());
        } else {
            over(cell.id() + "  " + progress.phase() + " …");
        }
    }

    private static String bar(CellId cell, long done, long total) {
        double share = total == 0 ? 0 : Math.min(1, (double) done / total);
        int full = (int) Math.floor(BAR * share);
        return String.format(
                Locale.ROOT,
                "%-10s [%s%s] %3.0f %%",
                cell,
                "#".repeat(full),
                "-".repeat(BAR - full),
                Math.floor(100 * share));
    }

    @Override
    public void training(CellId cell, long steps) {
        // The bar says it.
    }

    @Override
    public void trained(CellId cell, TrainEvent event) {
        if (event instanceof Evaluated look) {
            validation = "  validation " + loss(look.loss());
        }
    }

    @Override
    public void done(Cell cell, CellRun run) {
        over("");
        lines.done(cell, run);
    }

    @Override
    public void failed(Cell cell, CellRun run, int line) {
        over("");
        lines.failed(cell, run, line);
    }

    @Override
    public void skipped(Cell cell) {
        over("");
        lines.skipped(cell);
    }

    /** Writes over the line, and leaves the cursor at its start where nothing is to be seen. */
    private void over(String text) {
        String fitting = text.length() <= WIDTH ? text : text.substring(0, WIDTH);
        if (fitting.isEmpty() && shown == 0) {
            return;
        }
        terminal.err().print("\r" + fitting + " ".repeat(Math.max(0, shown - fitting.length())));
        if (fitting.isEmpty()) {
            terminal.err().print("\r");
        }
        terminal.err().flush();
        shown = fitting.length();
    }

    private static String loss(double loss) {
        return Double.isFinite(loss) ? Table.fixed(loss, 3) : "not a number";
    }

    private static String time(Duration left) {
        long seconds = left.toSeconds();
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
