package dev.patchbook.export;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.PlainText;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFiles;
import dev.patchbook.session.CellState;
import dev.patchbook.session.SessionState;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A notebook with its outputs as one HTML page that needs nothing else: no script, no font, no address is fetched. All text
 * from notebook, data and files is escaped.
 */
public final class Report {
    private static final String FOLDER = "dev/patchbook/export";
    private static final Mustache TEMPLATE = new Templates().compile("report.mustache");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm zzz", Locale.ENGLISH);

    private Report() {}

    /** A part of the page: a note's HTML, or a cell. */
    record Part(String note, List<CellPart> cell) {}

    /** A line of the contents: a cell's name, kind and state. */
    record Entry(String name, String kind, String sign, String words) {}

    /**
     * The page.
     *
     * @param state the notebook and what it shows
     * @param file the notebook's file, if it has one
     * @param made when
     */
    public static String html(SessionState state, Optional<Path> file, ZonedDateTime made) {
        Notebook notebook = state.notebook();
        NoteHtml notes = new NoteHtml(id -> notebook.cell(id).isPresent());
        List<Part> parts = new ArrayList<>();
        List<Entry> contents = new ArrayList<>();
        for (Cell cell : notebook.cells()) {
            if (cell.kind() == CellKind.NOTE) {
                parts.add(new Part(notes.of(cell.text()), List.of()));
            } else {
                notes.cellHeading();
                CellPart part = CellPart.of(state, cell);
                parts.add(new Part("", List.of(part)));
                contents.add(new Entry(
                        part.name(),
                        part.kind(),
                        part.state().sign(),
                        part.state().words()));
            }
        }
        String name = file.map(Path::getFileName).map(Path::toString).orElse("");
        String title = notebook.title().isBlank() ? name.isEmpty() ? "Notebook" : name : notebook.title();
        Map<String, Object> values = new HashMap<>();
        values.put("some", !contents.isEmpty());
        values.put("title", title);
        values.put("style", resource("report.css"));
        values.put("summary", summary(state, contents.size()));
        values.put("contents", contents);
        values.put("parts", parts);
        values.put("made", TIME.format(made));
        values.put("name", name);
        values.put("origin", Origin.of(state));
        StringWriter out = new StringWriter();
        TEMPLATE.execute(out, values);
        return out.toString();
    }

    /**
     * Writes the page, whole or not at all.
     *
     * @throws dev.patchbook.base.UserFacingException where it cannot be written; an earlier file is then as it was
     */
    public static void write(Path target, SessionState state, Optional<Path> file, ZonedDateTime made) {
        NotebookFiles.write(target, html(state, file, made));
    }

    private static String summary(SessionState state, int cells) {
        List<CellState> states = state.notebook().cells().stream()
                .filter(cell -> cell.kind().runs())
                .map(cell -> state.state(cell.id()))
                .toList();
        long done = states.stream().filter(CellState.DONE::equals).count();
        long failed = states.stream().filter(CellState.FAILED::equals).count();
        String text = Numbers.count(done) + " of " + Numbers.count(cells) + (cells == 1 ? " cell" : " cells") + " done";
        return failed == 0 ? text : text + ", " + Numbers.count(failed) + " failed";
    }

    private static String resource(String name) {
        String path = "/" + FOLDER + "/" + name;
        try (InputStream in = Objects.requireNonNull(Report.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The templates of the class path, with an escaping that leaves nothing but text. */
    private static final class Templates extends DefaultMustacheFactory {
        Templates() {
            super(FOLDER);
        }

        @Override
        public void encode(String value, Writer writer) {
            try {
                writer.write(PlainText.escaped(value));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
