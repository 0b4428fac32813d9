package dev.patchbook.cli;

import dev.patchbook.base.JsonLine;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores a model's captions of drawn scenes. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description =
                "Score a model's captions of the validation scenes: content words and exact captions, beside a blank"
                        + " picture and the most frequent caption.")
final class ScoreCommand implements Callable<Integer> {
    private final CliContext context;

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "A checkpoint, or a run (its last).")
    private Path model = Path.of("");

    @Option(names = "--data", paramLabel = "DATA", description = "Drawn scenes; sample:scenes unless told.")
    private String data = "sample:scenes";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ScoreCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Map<String, Double> shares = context.tools().get().score(context.resolve(model), data);
        if (json) {
            JsonLine line = new JsonLine();
            shares.forEach((name, value) -> line.rounded(name, value, 4));
            context.print(line);
            return Failures.DONE;
        }
        Table table = new Table("captions by", "content words", "exact captions");
        table.add("the model", percent(shares, "words"), percent(shares, "exact"));
        table.add("the model, shown white", percent(shares, "blank_words"), percent(shares, "blank_exact"));
        table.add("the most frequent", percent(shares, "frequent_words"), percent(shares, "frequent_exact"));
        table.lines().forEach(context::print);
        return Failures.DONE;
    }

    private static String percent(Map<String, Double> shares, String name) {
        return Table.fixed(100 * shares.getOrDefault(name, 0.0), 1) + " %";
    }
}
