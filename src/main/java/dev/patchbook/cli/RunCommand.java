package dev.patchbook.cli;

import dev.patchbook.engine.Engine;
import dev.patchbook.export.Report;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFiles;
import dev.patchbook.session.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs all cells of a notebook without a window. The notebook's file is left as it is. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Run all cells of a notebook, without a window.",
        footer = {"", "Exit code: 1 if any cell failed or was not run."})
final class RunCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(paramLabel = "NOTEBOOK", description = "The notebook's file.")
    private Path notebook = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "CELL.KEY=VALUE",
            description =
                    "A setting of a cell for this time, as in train.steps=50. CELL is a cell's name, or a kind: then all"
                            + " cells of that kind.")
    private List<String> settings = List.of();

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "Folder of the runs; NOTEBOOK.runs beside the notebook unless told.")
    private @Nullable Path runs;

    @Option(names = "--allow-outside", description = "Let paths in the notebook leave its folder.")
    private boolean allowOutside;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "Write a report there: one HTML page with notes, settings and outputs, also of a run that fails.")
    private @Nullable Path html;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    RunCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path file = context.resolve(notebook);
        Path report = html == null ? null : reportFile(context.resolve(html), file);
        Notebook opened = NotebookFiles.open(file);
        for (String setting : settings) {
            opened = CellSetting.of(opened, setting).applied(opened);
        }
        Places places = Places.beside(file).outside(allowOutside);
        if (runs != null) {
            places = places.withRuns(real(context.resolve(runs)));
        }
        try (Engine engine = context.engine().get()) {
            NotebookRun run = new NotebookRun(engine, reporter(), new TryAgain(context), state -> {
                if (report != null) {
                    Report.write(report, state, Optional.of(file), ZonedDateTime.now(ZoneId.systemDefault()));
                    context.say("Report: " + report);
                }
            });
            return run.run(opened, places) ? Failures.DONE : Failures.FAILED;
        }
    }

    /** A folder a person names may well be a link. */
    private static Path real(Path folder) {
        try {
            return Files.exists(folder) ? folder.toRealPath() : folder;
        } catch (IOException e) {
            return folder; // whoever writes there will say why not
        }
    }

    private CellReporter reporter() {
        Terminal terminal = context.terminal();
        return json
                ? new JsonCellReporter(terminal)
                : terminal.interactive() ? new BarCellReporter(terminal) : new TextCellReporter(terminal);
    }

    /** Where a report goes, looked at before anything runs: a run of hours must not end with nowhere to write. */
    private static Path reportFile(Path target, Path notebook) {
        if (target.equals(notebook)) {
            throw new UsageException(
                    "--html " + target + " is the notebook itself.", "Name another file, as in report.html.");
        }
        Path folder = target.getParent();
        if (Files.isDirectory(target) || folder == null || !Files.isDirectory(folder)) {
            throw new UsageException(
                    "--html " + target + (Files.isDirectory(target) ? " is a folder." : " lies in no folder there is."),
                    "Name a file in a folder that is there.");
        }
        return target;
    }
}
