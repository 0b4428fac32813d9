package dev.patchbook.export;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.TrainEvent.Saved;
import dev.patchbook.export.Blocks.Fact;
import dev.patchbook.notebook.Cell;
import dev.patchbook.session.SessionState;
import dev.patchbook.session.TrainOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a report's numbers come from: the program that wrote it, and what each run recorded of its computing. */
final class Origin {
    private static final long LARGEST = 1 << 16;

    private Origin() {}

    static List<Fact> of(SessionState state) {
        List<Fact> facts = new ArrayList<>();
        String version = Origin.class.getPackage().getImplementationVersion();
        facts.add(new Fact("Written by", "Patchbook " + (version == null ? "(development)" : version)));
        facts.add(new Fact(
                "On",
                System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", Java "
                        + System.getProperty("java.version")));
        for (Cell cell : state.notebook().cells()) {
            if (state.output(cell.id()).orElse(null) instanceof TrainOutput run) {
                facts.add(new Fact("Run of " + cell.id(), words(run)));
            }
        }
        return facts;
    }

    /** What the last checkpoint recorded; a run without one says so. */
    private static String words(TrainOutput run) {
        if (run.checkpoints().isEmpty()) {
            return "no checkpoint was written: threads and native build are not recorded";
        }
        Saved last = run.checkpoints().get(run.checkpoints().size() - 1);
        Path file = last.folder().resolve("provenance.json");
        try {
            if (Files.size(file) > LARGEST) {
                return "its record cannot be read";
            }
            JsonNode record = JsonMapper.shared().readTree(Files.readString(file));
            JsonNode versions = record.path("versions");
            return "seed " + record.path("seed").asString("") + ", "
                    + record.path("threads").asString("") + " threads, ND4J "
                    + versions.path("nd4j").asString("") + ", "
                    + versions.path("jvm").asString("") + ", after "
                    + Numbers.count(last.step()) + " updates; data "
                    + record.path("data").asString("");
        } catch (IOException | JacksonException e) {
            return "its record cannot be read";
        }
    }
}
