package dev.patchbook.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What a page shows of two looks side by side. */
class PairReportTest {
    @Test
    void twoSidesAndTheirDifference() {
        Document page = ReportTest.page(ReportTest.everything("a red circle"), "scenes.md");
        assertThat(page.select("#cell-compare svg"))
                .as("three views of three maps")
                .hasSize(9);
        assertThat(page.select("#cell-compare").text())
                .contains("Block 0, head 0: softmax weights of the CLS query; left and right share one scale.")
                .contains("Right − left: “a red circle, run 3, step 20” less “a red circle, run 3, step 10”")
                .contains("Scale around zero, ±9.00, the largest difference")
                .contains("They are equal everywhere.")
                .contains("its mean −log p 2.00 nats");
    }
}
