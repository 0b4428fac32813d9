package dev.patchbook.data;

import static dev.patchbook.data.Csvs.field;
import static dev.patchbook.data.Csvs.load;
import static dev.patchbook.data.Csvs.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.CancelledException;
import dev.patchbook.base.Picture;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.data.Csvs.Plan;
import dev.patchbook.data.picture.Transparency;
import dev.patchbook.data.report.RowProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetLoaderTest {
    private static final String RED = field(0xFF0000);
    private static final String BLUE = field(0x0000FF);

    @TempDir
    Path folder;

    @Test
    void readsTheArticlesFormat() {
        write(folder, ",b64string_images,caption\n0," + RED + ",red\n1," + BLUE + ",blue\n");
        Dataset data = load(folder);

        assertThat(data.rows()).extracting(Dataset.Row::caption).containsExactly("red", "blue");
        assertThat(data.rows()).extracting(Dataset.Row::line).containsExactly(2L, 3L);
        assertThat(data.alphabet()).containsExactly("b", "d", "e", "l", "r", "u");
        assertThat(data.longest()).isEqualTo(4);
        assertThat(data.rowsRead()).isEqualTo(2);
        assertThat(data.problems()).isEmpty();
        assertThat(data.name()).isEqualTo("data.csv");
        Picture picture = data.resized(data.rows().get(1), Transparency.OVER_BACKGROUND);
        assertThat(picture.argb()).hasSize(16).containsOnly(0xFF0000FF);
    }

    @Test
    void otherColumnsAndTheirOrderDoNotMatter() {
        write(folder, "note, Caption ,b64string_images,more\nx,red," + RED + ",y\n");
        assertThat(load(folder).rows()).extracting(Dataset.Row::caption).containsExactly("red");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void separatorsAreFoundOut(String separator) {
        write(
                folder,
                String.join(separator, "caption", "b64string_images") + "\r\n\"a, b; c\td\"" + separator + RED
                        + "\r\n");
        assertThat(load(folder).rows().get(0).caption()).isEqualTo("a, b; c\td");
    }

    @Test
    void quotesLineEndsAndBlanksWithinACaptionAreKept() {
        write(
                folder,
                "\uFEFF\"caption\",\"b64string_images\"\r\n\" a \"\"red\"\"\nsquare \",\"" + RED + "\"\r\n\r\nblue,"
                        + BLUE);
        Dataset data = load(folder);
        assertThat(data.rows()).extracting(Dataset.Row::caption).containsExactly(" a \"red\"\nsquare ", "blue");
        assertThat(data.rows()).extracting(Dataset.Row::line).containsExactly(2L, 5L);
        assertThat(data.rows()).extracting(Dataset.Row::number).containsExactly(1L, 2L);
    }

    @Test
    void utf16WithAMarkIsRead() {
        byte[] text = ("\uFEFFcaption\tb64string_images\nrød\t" + RED + "\n").getBytes(StandardCharsets.UTF_16LE);
        write(folder, text);
        assertThat(load(folder).rows().get(0).caption()).isEqualTo("rød");
    }

    @Test
    void picturesMayBeDataAddressesBrokenIntoLines() {
        String wrapped = RED.substring(0, 20) + "\n " + RED.substring(20);
        write(
                folder,
                "caption,b64string_images\nred,\"data:image/png;base64," + wrapped + "\"\nbare,"
                        + RED.replace("=", ""));
        assertThat(load(folder).rows()).hasSize(2);
    }

    @Test
    void aFieldOfManyMegabytesIsRead() {
        write(folder, "caption,b64string_images,extra\nred," + RED + "," + "x".repeat(20 << 20) + "\n");
        assertThat(load(folder).rows()).hasSize(1);
    }

    @Test
    void eachUnusableRowIsReportedWithItsPlaceAndTheRestIsUsed() {
        write(
                folder,
                "caption,b64string_images\nred," + RED + "\n,"
                        + RED + "\n  ," + RED + "\nnone,\nnone\nbad,a*b\ncut," + RED.substring(0, 41)
                        + "\ntext,aGVsbG8=\nbroken," + RED.substring(0, 60)
                        + "\nfar too long a caption for this," + RED + "\na, b," + RED + "\nblue," + BLUE + "\n");
        Dataset data = load(folder, plan -> plan.maxLength(20));

        assertThat(data.rows()).extracting(Dataset.Row::caption).containsExactly("red", "blue");
        assertThat(data.rowsRead()).isEqualTo(12);
        assertThat(data.problems())
                .extracting(RowProblem::code)
                .containsExactly(
                        "empty-caption",
                        "empty-caption",
                        "missing-picture",
                        "missing-picture",
                        "bad-base64",
                        "bad-base64",
                        "not-an-image",
                        "broken-image",
                        "too-long",
                        "extra-fields");
        assertThat(data.problems())
                .extracting(RowProblem::row)
                .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
        assertThat(data.problems())
                .extracting(RowProblem::line)
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
        assertThat(data.problems()).allSatisfy(problem -> {
            assertThat(problem.reason()).endsWith(".");
            assertThat(problem.remedy()).endsWith(".");
            assertThat(problem.field()).isIn("caption", "b64string_images");
        });
    }

    @Test
    void aRowThatEndsBeforeItsCaptionIsReported() {
        write(folder, "b64string_images,caption\n" + RED + "\n" + RED + ",red\n");
        assertThat(load(folder).problems()).extracting(RowProblem::code).containsExactly("missing-caption");
    }

    @Test
    void whatWindowsWritesIsToldFromUtf8() {
        byte[] text = ("caption,b64string_images\nr?d," + RED + "\nred," + RED + "\n").getBytes(StandardCharsets.UTF_8);
        text[26] = (byte) 0xF8; // ø as Windows writes it
        write(folder, text);
        assertThat(load(folder).rows()).extracting(Dataset.Row::caption).containsExactly("rød", "red");
    }

    @Test
    void bytesThatAreNotUtf8AreReportedInTheirRow() {
        byte[] text = ("caption,b64string_images\nør?d," + RED + "\nred," + RED + "\nø," + RED + "\n")
                .getBytes(StandardCharsets.UTF_8);
        text[28] = (byte) 0xF8;
        write(folder, text);
        assertThat(load(folder).problems()).extracting(RowProblem::code).containsExactly("bad-encoding");
    }

    @Test
    void charactersOutsideOfAFixedAlphabetAreReported() {
        write(folder, "caption,b64string_images\nred é," + RED + "\nred," + RED + "\n");
        Dataset data = load(folder, plan -> plan.alphabet("shakespeare"));

        assertThat(data.alphabet()).hasSize(65);
        assertThat(data.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("unknown-character");
            assertThat(problem.reason()).contains("“é” (U+00E9) at position 5");
        });
    }

    @Test
    void theAlphabetOfAFileIsRelativeToTheFolder() throws java.io.IOException {
        write(folder, "caption,b64string_images\nred," + RED + "\n");
        java.nio.file.Files.writeString(folder.resolve("letters.txt"), "derx");
        assertThat(load(folder, plan -> plan.alphabet("letters.txt")).alphabet())
                .containsExactly("d", "e", "r", "x");
        assertThatThrownBy(() -> load(folder, plan -> plan.alphabet("../letters.txt")))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("outside");
    }

    @Test
    void equalPicturesAreStoredOnce() {
        write(folder, "caption,b64string_images\none," + RED + "\ntwo," + RED + "\n");
        List<Dataset.Row> rows = load(folder).rows();
        assertThat(rows.get(1).picture()).isSameAs(rows.get(0).picture());
    }

    @Test
    void theFilesHashIsThatOfItsBytes() {
        // sha256sum of "caption,b64string_images\n" would not do: no rows; so two files that differ in a byte differ
        write(folder, "caption,b64string_images\none," + RED + "\n");
        String first = load(folder).hash();
        assertThat(load(folder).hash()).isEqualTo(first).hasSize(64);
        write(folder, "caption,b64string_images\none," + RED + "\n\n");
        assertThat(load(folder).hash()).isNotEqualTo(first);
    }

    @Test
    void theFullPictureIsReadAgainUnlessTheFileChanged() {
        write(folder, "caption,b64string_images\none," + RED + "\ntwo," + BLUE + "\n");
        Dataset data = load(folder);
        Picture picture = RowReader.picture(data, data.rows().get(1));
        assertThat(picture.width()).isEqualTo(3);
        assertThat(picture.argb()).containsOnly(0xFF0000FF);

        write(folder, "caption,b64string_images\none," + RED + "\ntwo," + RED + "\n");
        assertThatThrownBy(() -> RowReader.picture(data, data.rows().get(1)))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("has changed");
        write(folder, "caption,b64string_images\none," + RED + "\n");
        assertThatThrownBy(() -> RowReader.picture(data, data.rows().get(1)))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("has changed");
    }

    @Test
    void progressIsToldAndCancellingLeavesAtOnce() {
        Path file = write(folder, "caption,b64string_images\none," + RED + "\ntwo," + BLUE + "\n");
        List<Long> sizes = new ArrayList<>();
        CancelToken cancel = new CancelToken();
        DatasetLoader loader = new DatasetLoader(folder, Plan.PLAIN.settings(), false);
        assertThatThrownBy(() -> loader.load(
                        (bytes, size) -> {
                            sizes.add(size);
                            cancel.cancel();
                        },
                        cancel))
                .isInstanceOf(CancelledException.class);
        assertThat(sizes).containsExactly(file.toFile().length());
    }
}
