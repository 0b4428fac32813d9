package dev.patchbook.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.session.CellFailure;
import dev.patchbook.session.CellOutput;
import dev.patchbook.session.CellRun;
import dev.patchbook.session.CellRun.Phase;
import dev.patchbook.session.SessionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final ZonedDateTime MADE = ZonedDateTime.of(2026, 11, 21, 14, 5, 0, 0, ZoneOffset.UTC);
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"'><img src=x onerror=alert(1)>",
            "]]>",
            "--><!--",
            "</style></title></textarea></svg>",
            "<svg/onload=alert(1)>",
            "{{title}}{{{style}}}{{/parts}}",
            "&lt;&#60;&amp",
            "\u0000\u0001\u001b[31m\u007f\u0085",
            "\u202egnp.exe\u2066\u2069",
            "\ud800",
            "\udc00x",
            "\uffff\ufdd0",
            "javascript:alert(1)",
            "` onclick=`x",
            "émoji 👩‍🔬 عربي 中文");

    private static SessionState state(Notebook notebook, Map<CellId, CellRun> runs) {
        SessionState fresh = SessionState.of(notebook);
        SessionState.Counters counters = new SessionState.Counters(9, 9, 9);
        return new SessionState(
                fresh.history(), fresh.graph(), runs, List.of(), fresh.fingerprints(), counters, fresh.lookBack());
    }

    private static CellRun done(Phase phase, CellOutput output, Optional<CellFailure> failure) {
        return new CellRun(
                phase,
                Optional.empty(),
                1,
                1,
                "",
                "",
                false,
                false,
                Optional.of(Duration.ofMillis(4321)),
                Optional.of(output),
                failure,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** A notebook with a cell of each kind, the text given wherever a text can be. */
    static SessionState everything(String text) {
        Notebook notebook = Notebook.empty(text);
        Map<CellId, CellRun> runs = new HashMap<>();
        for (CellKind kind : Stream.of(CellKind.values()).filter(CellKind::runs).toList()) {
            CellId id = new CellId(kind.id());
            Map<String, String> settings = kind == CellKind.DATA
                    ? Map.of("file", text)
                    : kind == CellKind.SAMPLE ? Map.of("prompt", text, "image", text) : Map.of();
            notebook = notebook.apply(
                    new NotebookEdit.Insert(notebook.cells().size(), Cell.of(kind, id, List.of(), settings)));
            CellOutput output = switch (kind) {
                case DATA -> Rich.data(text);
                case MODEL -> Rich.model(text);
                case TRAIN -> Rich.train(40, text);
                case PATCHES -> Rich.patches();
                case ATTENTION -> Rich.attention(text);
                case IMAGES -> Rich.images(text);
                case COMPARE -> Rich.compared(text);
                default -> Rich.sample(text);
            };
            Optional<CellFailure> failure =
                    kind == CellKind.PATCHES ? Optional.of(new CellFailure(text, text, "")) : Optional.empty();
            runs.put(id, done(kind == CellKind.PATCHES ? Phase.FAILED : Phase.DONE, output, failure));
        }
        return state(notebook, runs);
    }

    static Document page(SessionState state, String file) {
        String html = Report.html(state, Optional.of(Path.of(file)), MADE);
        Parser parser = Parser.htmlParser().setTrackErrors(50);
        Document page = parser.parseInput(html, "");
        assertThat(parser.getErrors().stream().map(ParseError::toString)).isEmpty();
        return page;
    }

    /** Every element with the names of its attributes, in order. */
    private static List<String> bones(Document page) {
        return page.getAllElements().stream()
                .map(element -> element.normalName()
                        + element.attributes().asList().stream()
                                .map(Attribute::getKey)
                                .toList())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static void onlyHarmless(Document page) {
        assertThat(page.select("script, iframe, object, embed, form, link, base, input, template"))
                .isEmpty();
        for (Element element : page.getAllElements()) {
            element.attributes().forEach(attribute -> {
                assertThat(attribute.getKey()).doesNotStartWith("on");
                if (Set.of("src", "href", "xlink:href", "action").contains(attribute.getKey())) {
                    assertThat(attribute.getValue()).matches("data:image/png;base64,.*|#cell-.*|https?:.*|mailto:.*");
                }
            });
        }
    }

    @Test
    void hostileTextStaysText() {
        Random chance = new Random(7);
        for (int round = 0; round < 60; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i <= chance.nextInt(4); i++) {
                text.append(HOSTILE.get((round + i * chance.nextInt(99)) % HOSTILE.size()));
            }
            // As many characters as the sober one: a chip each.
            String sober = text.codePoints().mapToObj(c -> "x").collect(Collectors.joining());
            Document page = page(everything(text.toString()), "a\"<b>'.md");
            assertThat(bones(page)).isEqualTo(bones(page(everything(sober), "a.md")));
            onlyHarmless(page);
            String html = page.outerHtml();
            assertThat(html.codePoints())
                    .noneMatch(c -> c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0)
                    .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        }
    }

    @Test
    void notesAreRenderedAndTheirHtmlAndLinksAreNot() {
        String markdown = """
                ### Deep *first*

                <img src=x onerror=alert(1)> and <b>bold</b>

                <script>
                alert(1)
                </script>

                [web](https://example.org/?a=1&b="2") [bad](javascript:alert(1)) [data](data:text/html,x)
                [file](file:///etc/passwd) [cell](cell:data) [none](cell:nowhere) [rel](../x)
                ![remote](https://example.org/x.png "t")

                | a | b |
                |---|--:|
                | 1 | 2 |
                """ + String.join("\n\n", HOSTILE);
        Notebook notebook = Notebook.empty("t")
                .apply(new NotebookEdit.Insert(0, Cell.note(new CellId("n"), markdown)))
                .apply(new NotebookEdit.Insert(1, Cell.of(CellKind.DATA, new CellId("data"), List.of(), Map.of())))
                .apply(new NotebookEdit.Insert(2, Cell.note(new CellId("m"), "#### After\n\n# Top")));
        Document page = page(state(notebook, Map.of()), "a.md");
        onlyHarmless(page);
        assertThat(page.select(".note a").eachAttr("href"))
                .containsExactly("https://example.org/?a=1&b=\"2\"", "#cell-data");
        assertThat(page.select(".note img, .note b")).isEmpty();
        assertThat(page.select(".note em").eachText()).contains("first", "remote");
        assertThat(page.select(".note table th")).hasSize(2);
        assertThat(page.text()).contains("<b>bold</b>").contains("alert(1)");
        headingsLeaveNoLevelOut(page);
    }

    @Test
    void quotesThousandsDeepAreStillShown() {
        Notebook notebook = Notebook.empty("t")
                .apply(new NotebookEdit.Insert(0, Cell.note(new CellId("n"), "x " + "> ".repeat(9000) + "deep")))
                .apply(new NotebookEdit.Insert(1, Cell.note(new CellId("m"), "> ".repeat(9000) + "deep")));
        assertThat(page(state(notebook, Map.of()), "a.md").text()).contains("deep");
    }

    private static void headingsLeaveNoLevelOut(Document page) {
        int before = 0;
        for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.normalName().charAt(1) - '0';
            assertThat(level).isLessThanOrEqualTo(before + 1);
            before = level;
        }
        assertThat(page.select("h1")).hasSize(1);
    }

    @Test
    void isAccessible() {
        Document page = page(everything("words"), "a.md");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        headingsLeaveNoLevelOut(page);
        assertThat(page.select("img"))
                .isNotEmpty()
                .allMatch(img -> !img.attr("alt").isBlank());
        assertThat(page.select("svg"))
                .isNotEmpty()
                .allMatch(svg -> svg.attr("role").equals("img")
                        && !svg.attr("aria-label").isBlank());
        assertThat(page.select("table"))
                .isNotEmpty()
                .allMatch(table -> !table.select("caption").isEmpty()
                        && !table.select("th[scope=col]").isEmpty());
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("a[href^=#]").eachAttr("href"))
                .isNotEmpty()
                .allMatch(href -> ids.contains(href.substring(1)));
    }

    @Test
    void saysAllThatTheNotebookShows() {
        Document page = page(everything("a red circle"), "scenes.md");
        assertThat(page.title()).isEqualTo("a red circle");
        assertThat(page.select(".cell h2").eachText())
                .containsExactly(
                        "Data data",
                        "Model model",
                        "Train train",
                        "Patches patches",
                        "Attention attention",
                        "Images images",
                        "Sample sample",
                        "Compare compare");
        assertThat(page.select("#cell-data .gallery img")).hasSize(2);
        assertThat(page.select("#cell-data .warning").text()).contains("in both");
        assertThat(page.select("#cell-data tr:not(.default) th").eachText()).anyMatch(key -> key.endsWith("file"));
        assertThat(page.select("#cell-data tr.default").text()).contains("image-size");
        assertThat(page.select("#cell-train svg")).hasSize(2);
        assertThat(page.select("#cell-train .facts").text())
                .contains("40 of 40")
                .contains("with all its steps");
        assertThat(page.select("#cell-patches .failure").text()).isEqualTo("a red circle a red circle");
        assertThat(page.select("#cell-attention .matrix img")).hasSize(8 + 6);
        assertThat(page.select("#cell-attention td.chosen")).hasSize(2);
        assertThat(page.text()).contains("It does not say that the patch changed the caption");
        assertThat(page.select("#cell-sample .caption").text()).isEqualTo("a red circle");
        assertThat(page.select("footer").text())
                .contains("scenes.md")
                .contains("21 November 2026, 14:05")
                .contains("Run of train its record cannot be read");
    }

    @Test
    void aLongRunMakesNoLargePage() {
        Notebook notebook = Notebook.empty("t")
                .apply(new NotebookEdit.Insert(0, Cell.of(CellKind.TRAIN, new CellId("t"), List.of(), Map.of())));
        CellRun run = done(Phase.DONE, Rich.train(200_000, "a"), Optional.empty());
        String html = Report.html(state(notebook, Map.of(new CellId("t"), run)), Optional.empty(), MADE);
        assertThat(html.length()).isLessThan(250_000);
    }

    @Test
    void isWrittenWholeOrNotAtAll(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("r.html");
        Report.write(target, everything("\ud800 words"), Optional.empty(), MADE);
        assertThat(Files.readString(target)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void whatIsNotKnownOrNotRunIsShownAsSuch() {
        Notebook notebook = dev.patchbook.notebook.NotebookFormat.read(
                "---\npatchbook: 1\n---\n\n```patchbook probe\nid: later\nx: <b>\n```\n\n```patchbook model\nid: m\nheads: many\n```\n");
        Document page = page(state(notebook, Map.of()), "a.md");
        assertThat(page.select("#cell-later pre").text()).contains("x: <b>");
        assertThat(page.select("#cell-later .state").text()).contains("does not know this kind");
        assertThat(page.select("#cell-m .failure").text()).startsWith("Line 12: heads");
        assertThat(page.title()).isEqualTo("a.md");
    }
}
