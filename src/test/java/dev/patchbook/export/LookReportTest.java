package dev.patchbook.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.session.SessionCommand;
import dev.patchbook.session.SessionReducer;
import dev.patchbook.session.SessionState;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Closer looks in the report: each with how it was made, what it does not show, and numbers. */
class LookReportTest {
    private static final SessionState STATE = ReportTest.everything("words");

    private static Element cell(SessionState state, String id) {
        Document page = ReportTest.page(state, "a.md");
        return page.select("#cell-" + id).first();
    }

    private static SessionState showing(String cell, String view) {
        return SessionReducer.reduce(
                        STATE, new SessionCommand.Edit(new NotebookEdit.SetSetting(new CellId(cell), "view", view)))
                .state();
    }

    @Test
    void whatWasAskedForOfPatchesIsThereWithItsMethodAndLimits() {
        Element cell = cell(STATE, "patches");
        assertThat(cell.select("details summary").eachText())
                .containsSubsequence(
                        "Filters and projections",
                        "Nearest characters",
                        "Nearest characters, counted",
                        "Patches made otherwise");
        assertThat(cell.text())
                .contains("first two principal components, which hold 50 % and 25 %")
                .contains("The 2 of 9 filters with the largest weights")
                .contains("coloured by the cosine")
                .contains("weights after step 60")
                .contains("a token near no character may still say much")
                .contains("patch 1, blurred")
                .contains("−1.25 nats")
                .contains("One caption is one case");
        assertThat(cell.select("svg circle")).hasSize(9);
    }

    @Test
    void theViewChosenStandsFirstAndOpen() {
        Element cell = cell(showing("patches", "nearest"), "patches");
        assertThat(cell.select("details summary").eachText()).doesNotContain("Nearest characters");
        assertThat(cell.text().indexOf("coloured by the cosine"))
                .isBetween(0, cell.text().indexOf("Length of each patch"));
        Element lens = cell(showing("attention", "lens"), "attention");
        assertThat(lens.select("details summary").eachText())
                .contains("By character")
                .doesNotContain("Logit lens");
    }

    @Test
    void charactersHaveAMapForEachWayOfTelling() {
        Element cell = cell(STATE, "attention");
        Element maps =
                cell.select("details:has(> summary:contains(By character))").first();
        assertThat(maps.select(".matrix img")).hasSize(2 * 3);
        assertThat(maps.select(".matrix th[scope=row]").eachText()).containsExactly("gradient", "covering");
        assertThat(maps.text())
                .contains("no character attends to single patches")
                .contains("each map on its own scale")
                .contains("Blue to orange around zero")
                .contains("Two patches that say the same hide each other")
                .contains("Spearman");
        Element lens =
                cell.select("details:has(> summary:contains(Logit lens))").first();
        assertThat(lens.select("tbody tr")).hasSize(3);
        assertThat(lens.text()).contains("not written the way the head reads");
    }

    @Test
    void theMapOfPicturesIsDrawnWithItsMethodAndLimits() {
        Element cell = cell(STATE, "images");
        assertThat(cell.select("svg circle")).hasSize(20 + 1);
        assertThat(cell.text())
                .contains("First two principal components, which hold 50 % and 25 %")
                .contains("The first 20 of 50 validation pictures")
                .contains("what the decoder makes of them is not seen");
    }
}
