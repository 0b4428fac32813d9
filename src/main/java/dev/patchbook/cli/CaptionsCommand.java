package dev.patchbook.cli;

import dev.patchbook.base.JsonLine;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.engine.CaptionTable;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.Engine;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.export.CaptionSheets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a caption for every picture of a part of a run's data. */
@Command(
        name = "captions",
        mixinStandardHelpOptions = true,
        description =
                "Write a caption for every validation picture of a run's data, and say how far it is from the row's own:"
                        + " exact, character and word error rate, BLEU.")
final class CaptionsCommand implements Callable<Integer> {
    private static final int WORST = 10;
    private final CliContext context;

    @Option(names = "--model", required = true, paramLabel = "RUN", description = "A run; its last checkpoint is used.")
    private Path model = Path.of("");

    @Option(names = "--data", paramLabel = "DATA", description = "Other data than the run's own.")
    private @Nullable String data;

    @Option(names = "--part", paramLabel = "PART", description = "validation, unless told; or train.")
    private String part = "validation";

    @Mixin
    private SamplingOptions sampling = new SamplingOptions();

    @Option(names = "--csv", paramLabel = "FILE", description = "Write every caption to a CSV file, the worst first.")
    private @Nullable Path csv;

    @Option(names = "--json", description = "Print one JSON object a picture, then one of all.")
    private boolean json;

    CaptionsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (!part.equals("validation") && !part.equals("train")) {
            throw new UsageException("--part is " + part + ".", "Write validation or train.");
        }
        SampleSettings settings = sampling.settings(part + " 0", false);
        Path target = csv == null ? null : context.resolve(csv);
        if (target != null && Files.exists(target)) {
            throw new UsageException(target + " is there already.", "Choose another name with --csv.");
        }
        Path run = context.resolve(model);
        DataRequest request = new DataRequest(context.folder(), runSettings(run).data(), true);
        try (Engine engine = context.engine().get()) {
            DataSummary rows = Jobs.await(engine.load(request));
            ModelSummary opened = Jobs.await(engine.open(run, rows.id()));
            SampleRequest how = new SampleRequest(opened.id(), settings, context.folder(), true, false);
            CaptionTable table = Jobs.await(engine.captions(how, part));
            if (target != null) {
                write(target, CaptionSheets.of(table).csv());
            }
            print(table);
        }
        return Failures.DONE;
    }

    private RunSettings runSettings(Path run) {
        Map<String, Map<String, String>> written =
                new LinkedHashMap<>(context.tools().get().runSettings(run));
        if (data != null) {
            Map<String, String> other = new LinkedHashMap<>(written.getOrDefault("data", Map.of()));
            other.put("file", data);
            written.put("data", other);
        }
        return RunSettings.of(written);
    }

    private static void write(Path target, String text) {
        try {
            Files.writeString(target, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UserFacingException(
                    target + " could not be written.", "Check the folder, or choose another name with --csv.", e);
        }
    }

    private void print(CaptionTable table) {
        if (json) {
            table.rows()
                    .forEach(row -> context.print(new JsonLine()
                            .put("row", row.index())
                            .put("reference", row.reference())
                            .put("caption", row.caption())
                            .put("exact", row.exact())
                            .rounded("character_errors", row.characterErrors(), 4)
                            .rounded("word_errors", row.wordErrors(), 4)
                            .rounded("bleu", row.bleu(), 4)
                            .rounded("log_probability", row.logProbability(), 4)));
            context.print(new JsonLine()
                    .put("pictures", table.rows().size())
                    .rounded("exact", table.exact(), 4)
                    .rounded("character_errors", table.characterErrors(), 4)
                    .rounded("word_errors", table.wordErrors(), 4)
                    .rounded("bleu", table.bleu(), 4));
            return;
        }
        Table worst = new Table("row", "errors", "caption", "its own");
        table.rows().stream()
                .filter(row -> !row.exact())
                .sorted((a, b) -> Double.compare(b.characterErrors(), a.characterErrors()))
                .limit(WORST)
                .forEach(row -> worst.add(
                        Integer.toString(row.index()),
                        Table.fixed(row.characterErrors(), 2),
                        row.caption(),
                        row.reference()));
        worst.lines().forEach(context::print);
        context.print(table.rows().size() + " pictures: exact " + percent(table.exact()) + ", character errors "
                + percent(table.characterErrors()) + ", word errors " + percent(table.wordErrors()) + ", BLEU "
                + Table.fixed(100 * table.bleu(), 1));
    }

    private static String percent(double share) {
        return Table.fixed(100 * share, 1) + " %";
    }
}
