package dev.patchbook.cli;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.JsonLine;
import dev.patchbook.engine.RowProblem;
import dev.patchbook.engine.Tools.CheckSummary;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The row report: which rows of a data source cannot be used, why, and what to do. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Report the rows of a data source that cannot be used.",
        footer = {"", "Exit code: 0 if any row can be used, 1 if none; with --strict 1 if any cannot."})
final class CheckCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(paramLabel = "DATA", description = "CSV file, or sample:scenes, sample:three-pictures.")
    private String data = "";

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Option(names = "--strict", description = "Fail if any row cannot be used.")
    private boolean strict;

    private boolean headed;

    CheckCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CheckSummary summary = context.tools().get().check(data, this::report, new CancelToken());
        if (json) {
            context.print(new JsonLine().put("rows", summary.rows()).put("usable", summary.usable()));
        } else {
            context.print(Table.count(summary.usable()) + " of " + Table.count(summary.rows()) + " rows can be used.");
        }
        boolean good = strict ? summary.usable() == summary.rows() && summary.rows() > 0 : summary.usable() > 0;
        return good ? Failures.DONE : Failures.FAILED;
    }

    private void report(RowProblem problem) {
        if (json) {
            context.print(new JsonLine()
                    .put("row", problem.row())
                    .put("line", problem.line())
                    .put("field", problem.field())
                    .put("code", problem.code())
                    .put("reason", problem.reason())
                    .put("remedy", problem.remedy()));
            return;
        }
        if (!headed) {
            headed = true;
            context.print(row("row", "line", "field", "problem"));
        }
        context.print(row(
                Long.toString(problem.row()),
                Long.toString(problem.line()),
                problem.field(),
                problem.reason() + " " + problem.remedy()));
    }

    /** Rows are printed as they are found, so the columns' widths are fixed. */
    private static String row(String row, String line, String field, String problem) {
        return String.format(Locale.ROOT, "%8s %8s  %-18s %s", row, line, field, problem);
    }
}
