package dev.patchbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.SampleRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionsCommandTest {
    @TempDir
    Path folder;

    private Cli cli;

    @BeforeEach
    void cli() {
        cli = new Cli(folder);
    }

    @Test
    void saysHowFarCaptionsAreAndShowsTheWorst() {
        assertThat(cli.run("captions", "--model", "runs/0001")).isZero();
        assertThat(cli.out())
                .isEqualTo("row  errors  caption  its own\n  1    0.50  an ox    =a fox\n"
                        + "2 pictures: exact 50.0 %, character errors 25.0 %, word errors 60.0 %, BLEU 70.0\n");
        assertThat(cli.engine.asked(SampleRequest.class).settings().temperature())
                .isZero();
    }

    @Test
    void writesEveryCaptionTheWorstFirst() throws Exception {
        assertThat(cli.run("captions", "--model", "runs/0001", "--data", "other.csv", "--csv", "out.csv", "--json"))
                .isZero();
        assertThat(Files.readString(folder.resolve("out.csv")))
                .isEqualTo(
                        "part,row,reference,caption,exact,character error rate,word error rate,bleu,log probability\r\n"
                                + "validation,1,'=a fox,an ox,no,0.5,1.0,0.2,-2.0\r\n"
                                + "validation,0,a box,a box,yes,0.0,0.0,1.0,-1.0\r\n");
        assertThat(cli.out()).contains("\"character_errors\":0.5").endsWith("\"bleu\":0.7}\n");
        assertThat(cli.engine.asked(DataRequest.class).settings().file()).isEqualTo("other.csv");
        assertThat(cli.run("captions", "--model", "runs/0001", "--csv", "out.csv"))
                .isEqualTo(2);
    }

    @Test
    void knowsTwoParts() {
        assertThat(cli.run("captions", "--model", "runs/0001", "--part", "test"))
                .isEqualTo(2);
        assertThat(cli.err()).contains("validation or train");
    }
}
