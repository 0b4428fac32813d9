package dev.patchbook.cli;

import dev.patchbook.base.JsonLine;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellFailure;
import dev.patchbook.session.CellRun;
import java.time.Duration;

/** Prints a line for every change of a cell's state, and for every event of a training. */
final class JsonCellReporter implements CellReporter {
    private final Terminal terminal;

    JsonCellReporter(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void started(Cell cell) {
        print(cell, "running", CellRun.NONE);
    }

    @Override
    public void training(CellId cell, long steps) {
        // The lines of the steps say it all.
    }

    @Override
    public void trained(CellId cell, TrainEvent event) {
        JsonTrainReporter.line(event).ifPresent(line -> terminal.out().println(line.put("cell", cell.text())));
    }

    @Override
    public void done(Cell cell, CellRun run) {
        print(cell, "done", run);
    }

    @Override
    public void failed(Cell cell, CellRun run, int line) {
        print(cell, "failed", run);
    }

    @Override
    public void skipped(Cell cell) {
        print(cell, "skipped", CellRun.NONE);
    }

    private void print(Cell cell, String state, CellRun run) {
        double seconds = run.duration().map(Duration::toNanos).orElse(0L) / 1e9;
        terminal.out()
                .println(JsonLine.event("cell")
                        .put("id", cell.id().text())
                        .put("state", state)
                        .rounded("seconds", run.duration().isPresent() ? seconds : Double.NaN, 3)
                        .put("error", run.failure().map(JsonCellReporter::text).orElse(null)));
    }

    private static String text(CellFailure failure) {
        return (failure.what() + " " + failure.remedy()).strip();
    }
}
