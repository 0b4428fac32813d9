package dev.patchbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.config.ImageRef;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.SampleRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionCommandTest {
    @TempDir
    Path folder;

    private Cli cli;

    @BeforeEach
    void cli() throws IOException {
        cli = new Cli(folder);
        Files.writeString(folder.resolve("train 3"), "a picture with a row's name");
    }

    @Test
    void theCaptionAloneIsPrinted() {
        assertThat(caption("--prompt", "é ")).isZero();
        assertThat(cli.out()).isEqualTo("é b\n");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.engine.asked(Path.class)).isEqualTo(folder.resolve("runs/0001"));
        assertThat(cli.engine.closed).isTrue();
    }

    @Test
    void asJsonTheTokensAreThereToo() {
        assertThat(caption("--prompt", "a", "--json")).isZero();
        assertThat(cli.out())
                .isEqualTo("{\"caption\":\"ab\",\"prompt\":\"a\",\"finished\":true,"
                        + "\"tokens\":[{\"token\":3,\"text\":\"b\",\"probability\":0.5}]}\n");
    }

    @Test
    void aFileIsNeverTakenForARow() {
        caption();
        SampleRequest request = cli.engine.asked(SampleRequest.class);
        assertThat(ImageRef.of(request.settings().image())).isInstanceOf(ImageRef.File.class);
        assertThat(request.folder().resolve(request.settings().image())).isRegularFile();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                               | 0   | 0 | 1   | 1
            --greedy                                         | 0   | 0 | 1   | 1
            --temperature 0                                  | 0   | 0 | 1   | 1
            --temperature 0.7                                | 0.7 | 0 | 1   | 1
            --top-k 5                                        | 1   | 5 | 1   | 1
            --top-p 0.9                                      | 1   | 0 | 0.9 | 1
            --top-p 0                                        | 1   | 0 | 0   | 1
            --seed 7                                         | 1   | 0 | 1   | 7
            --temperature 2 --top-k 3 --top-p 0.5 --seed 4   | 2   | 3 | 0.5 | 4
            """)
    void greedyUnlessASamplingOptionIsGiven(String options, double temperature, int topK, double topP, long seed) {
        assertThat(caption(options.isBlank() ? new String[0] : options.split(" ")))
                .isZero();
        SampleSettings settings = cli.engine.asked(SampleRequest.class).settings();
        assertThat(settings.temperature()).isEqualTo(temperature);
        assertThat(settings.topK()).isEqualTo(topK);
        assertThat(settings.topP()).isEqualTo(topP);
        assertThat(settings.seed()).isEqualTo(seed);
        assertThat(settings.maxTokens()).isEqualTo(64);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --temperature -1              | --temperature is -1.0
            --temperature NaN             | --temperature is NaN
            --temperature Infinity        | outside of what is possible
            --temperature hot             | Invalid value for option '--temperature'
            --top-k 0                     | --top-k is 0
            --top-k -3                    | --top-k is -3
            --top-p -0.1                  | --top-p is -0.1
            --top-p 1.1                   | --top-p is 1.1
            --top-p NaN                   | --top-p is NaN
            --max-tokens 0                | outside of what is possible
            --seed -1                     | outside of what is possible
            --greedy --temperature 1      | --greedy leaves nothing to sample
            --greedy --seed 1             | --greedy leaves nothing to sample
            """)
    void badOptionsAreRefused(String options, String told) {
        List<String> arguments = new ArrayList<>(List.of("caption", "--model", "runs/0001", "--image", "train 3"));
        arguments.addAll(List.of(options.split(" ")));
        cli.refuses(told, arguments.toArray(String[]::new));
    }

    @Test
    void aModelWithoutABeginTokenNeedsAPrompt() {
        cli.engine.variant = Variant.PUBLISHED;
        assertThat(caption()).isEqualTo(2);
        assertThat(cli.err()).contains("--prompt");
        assertThat(cli.out()).isEmpty();
        assertThat(caption("--prompt", "a", "--published")).isZero();
        assertThat(cli.engine.asked(SampleRequest.class).published()).isTrue();
    }

    @Test
    void theArticlesLoopIsRefusedForAllPatches() {
        cli.engine.variant = Variant.GIT;
        assertThat(caption("--published")).isEqualTo(2);
        assertThat(cli.err()).contains("git");
    }

    @Test
    void aMissingPictureFails() {
        assertThat(cli.run("caption", "--model", "runs/0001", "--image", "none.png"))
                .isEqualTo(1);
        assertThat(cli.err()).contains("no picture none.png");
        cli.refuses("--model", "caption", "--image", "train 3");
    }

    private int caption(String... options) {
        List<String> arguments = new ArrayList<>(List.of("caption", "--model", "runs/0001", "--image", "train 3"));
        arguments.addAll(List.of(options));
        return cli.run(arguments.toArray(String[]::new));
    }

    @Test
    void severalCaptionsAreDrawnAndComeWithTheirLogProbabilities() {
        assertThat(caption("--samples", "2", "--seed", "4")).isZero();
        assertThat(cli.out())
                .isEqualTo("seed  log p  caption\n   4  -1.25  a box\n   5  -2.25  a box\n"
                        + "1 of 2 differ; distinct words 50.0 %, pairs of words 25.0 %\n");
        assertThat(cli.engine.asked(SampleRequest.class).settings().temperature())
                .isEqualTo(1);
    }

    @Test
    void severalCaptionsAsJson() {
        assertThat(caption("--samples", "1", "--json", "--beams", "3", "--no-repeat", "2"))
                .isZero();
        assertThat(cli.out())
                .isEqualTo(
                        "{\"seed\":1,\"caption\":\"a box\",\"log_probability\":-1.25,\"tokens\":6,\"finished\":true}\n");
        SampleSettings settings = cli.engine.asked(SampleRequest.class).settings();
        assertThat(settings.beams()).isEqualTo(3);
        assertThat(settings.noRepeat()).isEqualTo(2);
        assertThat(settings.temperature()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"--samples 0", "--beams 0", "--beams 17", "--beams 2 --seed 3", "--no-repeat -1"})
    void optionsThatMeanNothingAreBadUsage(String options) {
        assertThat(caption(options.split(" "))).isEqualTo(2);
        assertThat(cli.err()).isNotBlank();
    }
}
