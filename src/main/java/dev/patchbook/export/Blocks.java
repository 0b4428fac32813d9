package dev.patchbook.export;

import dev.patchbook.base.Picture;
import dev.patchbook.chart.Png;
import java.util.List;
import java.util.Map;

/** What a cell of a report is made of. Each is named as the template has it. */
final class Blocks {
    /** The longest side of a picture in a page; what is larger is reduced. */
    static final int LARGEST = 256;

    /** Rows of a table that stand on a page without a scroll bar of their own. */
    private static final int UNFOLDED = 24;

    private Blocks() {}

    /** A name and a value. */
    record Fact(String name, String value) {}

    /**
     * A picture with what is said of it.
     *
     * @param source its address
     * @param alt instead of it
     * @param label above its words; empty: none
     * @param caption its words
     */
    record Shot(String source, String alt, String label, String caption) {}

    /** A drawing for wide pages and one for narrow ones, with its caption. */
    record Drawing(String wide, String narrow, String caption) {}

    /** Maps by block and head. */
    record Matrix(String title, List<String> heads, List<MatrixRow> rows) {}

    /** A block's maps. */
    record MatrixRow(String name, List<MatrixMap> maps) {}

    /** A head's map; the one chosen is marked. */
    record MatrixMap(String source, String alt, boolean chosen) {}

    /** A table's row: its first cell names it. */
    record Row(String first, List<String> rest) {}

    /** A character; {@code level} from 0 to 4 by its surprise, {@code p} for the prompt's. */
    record Chip(String text, String title, String level) {}

    /** A part of one kind. Each says whether it holds others, lest the template look for them around it. */
    private static Map<String, Object> block(String kind, Object content) {
        return Map.of(kind, content, "more", "");
    }

    static Map<String, Object> facts(Fact... facts) {
        return block("facts", Map.of("list", List.of(facts)));
    }

    static Map<String, Object> words(String words) {
        return block("words", words);
    }

    static Map<String, Object> warning(String words) {
        return block("warning", words);
    }

    static Map<String, Object> caption(String caption) {
        return block("quote", caption);
    }

    static Map<String, Object> gallery(List<Shot> shots) {
        return block("gallery", Map.of("list", shots));
    }

    /** Pictures larger than examples are, each with its caption beneath. */
    static Map<String, Object> shots(List<Shot> shots) {
        return block("shots", Map.of("list", shots));
    }

    static Map<String, Object> drawing(String wide, String narrow, String caption) {
        return block("drawing", new Drawing(wide, narrow, caption));
    }

    static Map<String, Object> map(String svg, String caption) {
        return block("map", new Drawing(svg, "", caption));
    }

    static Map<String, Object> matrix(Matrix matrix) {
        return block("matrix", matrix);
    }

    static Map<String, Object> chips(List<Chip> chips) {
        return block("chips", Map.of("list", chips));
    }

    static Map<String, Object> source(String text) {
        return block("source", text);
    }

    /** A table of at most so many rows. */
    static Map<String, Object> table(Sheet sheet, int most) {
        Sheet shown = sheet.atMost(most);
        List<Row> rows = shown.rows().stream()
                .map(row -> row.stream().map(Sheet::words).toList())
                .map(row -> new Row(row.get(0), row.subList(1, row.size())))
                .toList();
        boolean scrolls = rows.size() > UNFOLDED;
        return block("table", Map.of("title", shown.title(), "head", shown.head(), "rows", rows, "long", scrolls));
    }

    /** What opens on request, and on paper is open. */
    static Map<String, Object> more(String summary, List<Map<String, Object>> blocks) {
        return Map.of("more", Map.of("summary", summary, "blocks", blocks));
    }

    static Shot shot(Picture picture, String alt, String label, String caption) {
        return new Shot(Png.dataUri(Png.atMost(picture, LARGEST)), alt, label, caption);
    }
}
