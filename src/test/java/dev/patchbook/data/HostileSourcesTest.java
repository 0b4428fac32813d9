package dev.patchbook.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.data.report.RowProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables, JSON and folders as they come, each with the report it must give. */
class HostileSourcesTest {
    @TempDir
    Path outer;

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.patchbook.data.HostileSources#cases")
    void theReportIsTheExpectedOne(HostileSources.Case hostile) throws IOException {
        Files.write(outer.resolve("secret.png"), Csvs.png(0));
        Path folder = Files.createDirectories(outer.resolve("notes"));
        Files.createDirectories(folder.resolve("x.png"));
        hostile.maker().make(folder);
        Map<String, String> settings = new HashMap<>(hostile.settings());
        settings.put("file", hostile.file());
        String outcome = outcome(folder, settings);
        if (hostile.expected().startsWith("!")) {
            assertThat(outcome).contains(hostile.expected().substring(1));
        } else {
            assertThat(outcome).isEqualTo(hostile.expected());
        }
    }

    private static String outcome(Path folder, Map<String, String> settings) {
        List<RowProblem> problems = new ArrayList<>();
        try {
            RowChecker.Counts counts = RowChecker.check(
                    folder,
                    Csvs.Plan.PLAIN.settings(settings),
                    false,
                    problems::add,
                    ReadProgress.NONE,
                    new CancelToken());
            assertThat(problems).allSatisfy(problem -> {
                assertThat(problem.reason()).endsWith(".").doesNotContain("Exception");
                assertThat(problem.remedy()).endsWith(".");
                assertThat(problem.line()).isPositive();
            });
            if (counts.rows() == 0) {
                new DatasetLoader(folder, Csvs.Plan.PLAIN.settings(settings), false)
                        .load(ReadProgress.NONE, new CancelToken());
            }
            String codes = problems.stream().map(RowProblem::code).collect(Collectors.joining(" "));
            return (counts.usable() + "/" + counts.rows() + " " + codes).strip();
        } catch (UserFacingException e) {
            assertThat(e.remedy()).isNotBlank();
            return e.what() + " " + e.remedy();
        }
    }
}
