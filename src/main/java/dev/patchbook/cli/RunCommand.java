package dev.patchbook.cli;

import dev.patchbook.config.Schema;
import dev.patchbook.engine.Engine;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.notebook.NotebookFiles;
import dev.patchbook.session.Places;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
            description = "A setting of a cell for this time, as in train.steps=50.")
    private List<String> settings = List.of();

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "Folder of the runs; NOTEBOOK.runs beside the notebook unless told.")
    private @Nullable Path runs;

    @Option(names = "--allow-outside", description = "Let paths in the notebook leave its folder.")
    private boolean allowOutside;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    RunCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path file = context.resolve(notebook);
        Notebook opened = NotebookFiles.open(file);
        for (String setting : settings) {
            opened = opened.apply(edit(opened, setting));
        }
        Places places = Places.beside(file).outside(allowOutside);
        if (runs != null) {
            places = places.withRuns(context.resolve(runs));
        }
        CellReporter reporter =
                json ? new JsonCellReporter(context.terminal()) : new TextCellReporter(context.terminal());
        try (Engine engine = context.engine().get()) {
            return new NotebookRun(engine, reporter).run(opened, places) ? Failures.DONE : Failures.FAILED;
        }
    }

    private static NotebookEdit edit(Notebook notebook, String text) {
        WrittenSettings.Assignment set = WrittenSettings.Assignment.of("--set", text);
        Cell cell = notebook.cells().stream()
                .filter(each -> each.kind().runs() && each.id().text().equals(set.owner()))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "--set " + text + ": the notebook has no cell “" + set.owner() + "” with settings.",
                        "Its cells are " + names(notebook) + "."));
        Schema.check(cell.kind().group().orElseThrow(), Map.of(set.key(), set.value()));
        return new NotebookEdit.SetSetting(cell.id(), set.key(), set.value());
    }

    private static String names(Notebook notebook) {
        return String.join(
                ", ",
                notebook.cells().stream()
                        .filter(cell -> cell.kind().runs())
                        .map(cell -> cell.id().text())
                        .toList());
    }
}
