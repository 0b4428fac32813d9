package dev.patchbook.cli;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.JsonLine;
import dev.patchbook.config.DataSettings;
import dev.patchbook.config.Group;
import dev.patchbook.config.Preset;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.RowProblem;
import dev.patchbook.engine.Tools.CheckSummary;
import dev.patchbook.export.ProblemFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
    private static final int MOST_KINDS = 20;

    private final CliContext context;
    private final Map<String, Integer> kinds = new LinkedHashMap<>();

    @Parameters(
            paramLabel = "DATA",
            description = "CSV or JSON lines file, folder of pictures, several with commas, or sample:scenes.")
    private String data = "";

    @Option(names = "--set", paramLabel = "data.KEY=VALUE", description = "A data setting, such as max-length.")
    private List<String> set = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the report to a CSV file, too.")
    private @Nullable Path csv;

    @Option(names = "--strict", description = "Fail if any row cannot be used.")
    private boolean strict;

    private boolean headed;

    CheckCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        DataRequest request = new DataRequest(context.folder(), settings(), true);
        CheckSummary summary = csv == null ? check(request, problem -> {}) : check(request, context.resolve(csv));
        if (json) {
            context.print(new JsonLine().put("rows", summary.rows()).put("usable", summary.usable()));
        } else {
            printKinds();
            context.print(Table.count(summary.usable()) + " of " + Table.count(summary.rows()) + " rows can be used.");
        }
        boolean good = strict ? summary.usable() == summary.rows() && summary.rows() > 0 : summary.usable() > 0;
        return good ? Failures.DONE : Failures.FAILED;
    }

    private CheckSummary check(DataRequest request, Path target) {
        if (Files.exists(target)) {
            throw new UsageException(target + " is there already.", "Choose another name with --csv.");
        }
        try (ProblemFile file = ProblemFile.open(target)) {
            CheckSummary summary = check(request, file::add);
            file.done();
            return summary;
        }
    }

    private CheckSummary check(DataRequest request, Consumer<RowProblem> also) {
        return context.tools()
                .get()
                .check(
                        request,
                        problem -> {
                            also.accept(problem);
                            report(problem);
                        },
                        new CancelToken());
    }

    private DataSettings settings() {
        WrittenSettings written = new WrittenSettings();
        set.forEach(written::set);
        Map<String, Map<String, String>> checked = written.checked();
        if (!checked.getOrDefault(Group.MODEL.id(), Map.of()).isEmpty()
                || !checked.getOrDefault(Group.TRAIN.id(), Map.of()).isEmpty()) {
            throw new UsageException(
                    "Only data settings matter to the report.", "Write them as in --set data.max-length=80.");
        }
        Map<String, String> all = new LinkedHashMap<>(checked.getOrDefault(Group.DATA.id(), Map.of()));
        all.put("file", data);
        return DataSettings.of(all, Preset.LAPTOP, Variant.STANDARD);
    }

    private void report(RowProblem problem) {
        kinds.merge(problem.code(), 1, Integer::sum);
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

    /** How many rows have which kind of problem, where there are several kinds. */
    private void printKinds() {
        if (kinds.size() < 2) {
            return;
        }
        context.print("");
        kinds.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_KINDS)
                .forEach(kind -> context.print(String.format(Locale.ROOT, "%8d  %s", kind.getValue(), kind.getKey())));
    }

    /** Rows are printed as they are found, so the columns' widths are fixed. */
    private static String row(String row, String line, String field, String problem) {
        return String.format(Locale.ROOT, "%8s %8s  %-18s %s", row, line, field, problem);
    }
}
