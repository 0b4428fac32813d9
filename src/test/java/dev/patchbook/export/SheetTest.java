package dev.patchbook.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SheetTest {
    private static Sheet of(Object... cells) {
        return new Sheet("t", "T", List.of("a"), List.of(List.of(cells)));
    }

    @Test
    void quotesWhatNeedsIt() {
        assertThat(of("a,b", "say \"hi\"", "two\nlines", "plain").csv())
                .isEqualTo("a\r\n\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",plain\r\n");
    }

    @Test
    void textIsNoFormulaAndNumbersStayNumbers() {
        assertThat(of("=1+1", "+1", "-x", "@SUM(A1)", "\t=1", -0.5, -3L, "a=b").csv())
                .isEqualTo("a\r\n'=1+1,'+1,'-x,'@SUM(A1),'\t=1,-0.5,-3,a=b\r\n");
    }

    @Test
    void whatIsNoNumberIsEmpty() {
        assertThat(of(Double.NaN, Double.POSITIVE_INFINITY).csv()).isEqualTo("a\r\n,\r\n");
    }

    @Test
    void anyTextComesBackAsItWasShown() {
        Random chance = new Random(3);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder("x");
            for (int i = 0; i < 12; i++) {
                text.append("\",;\n\r =@é世\ud83d\ude00".charAt(chance.nextInt(12)));
            }
            String clean = dev.patchbook.chart.PlainText.of(text.toString());
            List<String> read = new ArrayList<>();
            CsvReader.builder().ofCsvRecord(of(text.toString()).csv()).forEach(row -> read.addAll(row.getFields()));
            assertThat(read).containsExactly("a", clean);
        }
    }

    @Test
    void fewerRowsAreEvenlyChosenAndSaid() {
        List<List<Object>> rows = new ArrayList<>();
        for (long i = 0; i < 1000; i++) {
            rows.add(List.of(i));
        }
        Sheet few = new Sheet("t", "Losses", List.of("step"), rows).atMost(5);
        assertThat(few.rows()).containsExactly(List.of(0L), List.of(249L), List.of(499L), List.of(749L), List.of(999L));
        assertThat(few.title()).isEqualTo("Losses (5 of 1,000 rows)");
    }
}
