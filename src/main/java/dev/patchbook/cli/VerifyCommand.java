package dev.patchbook.cli;

import dev.patchbook.base.JsonLine;
import dev.patchbook.engine.Tools.Difference;
import dev.patchbook.engine.Tools.FixtureReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares the engine with reference values. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Compare the engine with reference values made with PyTorch.",
        footer = {"", "Exit code: 1 if any fixture fails."})
final class VerifyCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(
            paramLabel = "DIR",
            description = "Folder of NAME.weights, NAME.inputs and NAME.expected as safetensors.")
    private Path folder = Path.of("");

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    VerifyCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<FixtureReport> reports = context.tools().get().verify(context.resolve(folder));
        if (json) {
            reports.forEach(report -> context.print(line(report)));
        } else {
            table(reports);
        }
        boolean good = !reports.isEmpty() && reports.stream().allMatch(FixtureReport::pass);
        if (reports.isEmpty()) {
            context.say("There are no fixtures in " + folder + ".");
        }
        return good ? Failures.DONE : Failures.FAILED;
    }

    private void table(List<FixtureReport> reports) {
        Table table = new Table("fixture", "variant", "group", "absolute", "relative", "result");
        for (FixtureReport report : reports) {
            report.groups()
                    .forEach((group, difference) -> table.add(
                            report.fixture(),
                            report.variant(),
                            group,
                            Table.scientific(difference.abs()),
                            Table.scientific(difference.rel()),
                            ""));
            table.add(report.fixture(), report.variant(), "all", "", "", report.pass() ? "PASS" : "FAIL");
        }
        table.lines().forEach(context::print);
    }

    private static JsonLine line(FixtureReport report) {
        JsonLine groups = new JsonLine();
        for (Map.Entry<String, Difference> group : report.groups().entrySet()) {
            groups.put(
                    group.getKey(),
                    new JsonLine()
                            .put("abs", group.getValue().abs())
                            .put("rel", group.getValue().rel()));
        }
        return new JsonLine()
                .put("fixture", report.fixture())
                .put("variant", report.variant())
                .put("pass", report.pass())
                .put("groups", groups);
    }
}
