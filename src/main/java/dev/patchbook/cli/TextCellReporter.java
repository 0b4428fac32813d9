package dev.patchbook.cli;

import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.session.CellFailure;
import dev.patchbook.session.CellOutput;
import dev.patchbook.session.CellOutput.CompareOutput;
import dev.patchbook.session.CellOutput.DataOutput;
import dev.patchbook.session.CellOutput.ModelOutput;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.session.CellRun;
import dev.patchbook.session.TrainOutput;
import java.time.Duration;
import java.util.Locale;

/** Prints a line a cell, with what came of it; how a training goes is told on standard error. */
final class TextCellReporter implements CellReporter {
    private final Terminal terminal;
    private final TextTrainReporter training;

    TextCellReporter(Terminal terminal) {
        this.terminal = terminal;
        this.training = new TextTrainReporter(terminal);
    }

    @Override
    public void started(Cell cell) {
        // A line a cell, and that when it is done.
    }

    @Override
    public void training(CellId cell, long steps) {
        terminal.err().println(cell + ": training for " + steps + " steps");
        training.begin(steps);
    }

    @Override
    public void trained(CellId cell, TrainEvent event) {
        training.happened(event);
    }

    @Override
    public void done(Cell cell, CellRun run) {
        print(cell, "done", run, run.output().map(TextCellReporter::result).orElse(""));
    }

    @Override
    public void failed(Cell cell, CellRun run, int line) {
        String what = run.failure().map(CellFailure::what).orElse("");
        print(cell, "failed", run, what.startsWith("Line ") ? what : "Line " + line + ": " + what);
        run.failure().ifPresent(failure -> terminal.err().println(cell.id() + ": " + failure.remedy()));
    }

    @Override
    public void skipped(Cell cell) {
        String why = cell.kind() == CellKind.UNKNOWN
                ? "this version does not know cells of kind " + cell.kindName()
                : "not run";
        print(cell, "skipped", CellRun.NONE, why);
    }

    private void print(Cell cell, String state, CellRun run, String result) {
        String seconds = run.duration().map(TextCellReporter::seconds).orElse("");
        terminal.out()
                .println(String.format(Locale.ROOT, "%-16s %-8s %10s  %s", cell.id(), state, seconds, result)
                        .stripTrailing());
    }

    private static String seconds(Duration duration) {
        return Table.fixed(duration.toNanos() / 1e9, 2) + " s";
    }

    private static String result(CellOutput output) {
        if (output instanceof DataOutput data) {
            DataSummary summary = data.summary();
            return summary.name() + ": " + summary.train() + " rows to train on, " + summary.validation()
                    + " to validate with";
        }
        if (output instanceof ModelOutput model) {
            return Table.count(model.summary().parameters()) + " parameters";
        }
        if (output instanceof TrainOutput train) {
            return train.step() + " steps, " + train.folder();
        }
        if (output instanceof CompareOutput pair) {
            return pair.left().name() + " beside " + pair.right().name();
        }
        return output instanceof SampleOutput sample
                ? sample.generation()
                        .map(Generation::caption)
                        .map(String::strip)
                        .orElse("")
                : "";
    }
}
