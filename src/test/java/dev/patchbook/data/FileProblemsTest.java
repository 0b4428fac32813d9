package dev.patchbook.data;

import static dev.patchbook.data.Csvs.field;
import static dev.patchbook.data.Csvs.load;
import static dev.patchbook.data.Csvs.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.data.report.RowProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a file as a whole, and the row report. */
class FileProblemsTest {
    private static final String RED = field(0xFF0000);

    @TempDir
    Path folder;

    private void assertRefused(String... parts) {
        assertThatThrownBy(() -> load(folder)).isInstanceOfSatisfying(UserFacingException.class, e -> {
            assertThat(e.what() + " " + e.remedy()).contains(parts);
            assertThat(e.remedy()).isNotBlank();
        });
    }

    @Test
    void missingColumnsAreNamedWithThoseThatAreThere() {
        write(folder, "one,two\nblue,red\n");
        assertRefused("data.csv", "no column “b64string_images”", "“one”, “two”", "Set image-column");
        write(folder, "b64string_images,two,three\n" + RED + ",red,blue\n");
        assertRefused("no column “caption”", "Set caption-column");
    }

    @Test
    void aFileWithoutAHeaderIsNotPrintedWhole() {
        write(folder, RED + RED + RED + ",red\n");
        assertThatThrownBy(() -> load(folder))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }

    @Test
    void aColumnThatStandsTwiceIsRefused() {
        write(folder, "caption,b64string_images,caption\na," + RED + ",b\n");
        assertRefused("more than one column “caption”");
    }

    @Test
    void emptyFilesAreExplained() {
        write(folder, "");
        assertRefused("data.csv is empty", "b64string_images");
        write(folder, "\r\n\n");
        assertRefused("data.csv is empty");
        write(folder, "caption,b64string_images\n");
        assertRefused("a header but no rows");
    }

    @Test
    void filesThatAreNotTextAreExplained() {
        write(folder, Csvs.png(0));
        assertRefused("not a text file");
        write(folder, new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
        assertRefused("spreadsheet");
    }

    @Test
    void aQuotationMarkThatNeverClosesIsLocated() {
        write(folder, "caption,b64string_images\nred," + RED + "\n\"blue," + RED + "\nred," + RED + "\n");
        assertRefused("after row 1", "line 3", "quotation mark");
    }

    @Test
    void whereNoRowCanBeUsedTheFirstIsExplained() {
        write(folder, "caption,b64string_images\nred,\nblue,\n");
        assertRefused("None of the 2 rows", "Row 1 (line 2): There is no picture.");
    }

    @Test
    void aSplitWithoutTrainingRowsIsRefused() {
        write(folder, "caption,b64string_images,split\nred," + RED + ",validation\n");
        assertRefused("for training");
    }

    private RowChecker.Counts check(Consumer<RowProblem> problems) {
        return RowChecker.check(
                folder, Csvs.Plan.PLAIN.settings(), false, problems, ReadProgress.NONE, new CancelToken());
    }

    @Test
    void theRowReportCountsAndStreams() {
        write(
                folder,
                "caption,b64string_images,split\nred," + RED + ",train\nred," + RED + ",test\nred,,train\nred,,\n");
        List<RowProblem> problems = new ArrayList<>();
        RowChecker.Counts counts = check(problems::add);

        assertThat(counts).isEqualTo(new RowChecker.Counts(4, 1));
        assertThat(problems).extracting(RowProblem::code).containsExactly("bad-split", "missing-picture", "bad-split");
        assertThat(problems.get(0))
                .isEqualTo(new RowProblem(
                        2, 3, "split", "bad-split", "The split is “test”.", "Write train or validation."));
    }

    @Test
    void aReportOfAHeaderAloneIsEmpty() {
        write(folder, "caption,b64string_images\n");
        assertThat(check(problem -> {})).isEqualTo(new RowChecker.Counts(0, 0));
    }
}
