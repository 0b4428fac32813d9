package dev.patchbook.notebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a YAML 1.2 mapping of scalars and flat lists, as text and with positions; no aliases, no tags. What cannot be
 * used becomes a problem, what was read before it stays. Nothing is ever resolved to a Java type.
 */
final class FlatYaml {
    /** The parts read, and what is wrong; lines from 0. */
    record Result(List<YamlEntry> entries, List<CellProblem> problems, boolean complete) {
        Optional<YamlEntry> find(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }
    }

    private static final int DEEPEST = 16;
    private static final String FLAT =
            "Write `key: value` lines; a value is a word, a number, a text in quotes or a list [a, b].";

    private final String body;
    private final Iterator<Event> events;
    private final int[] offsets;
    private final List<YamlEntry> entries = new ArrayList<>();
    private final List<CellProblem> problems = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    private FlatYaml(String body) {
        this.body = body;
        this.offsets = offsets(body);
        // All in one buffer: the parser fails on a character of two chars that lies across the end of one.
        LoadSettings settings =
                LoadSettings.builder().setBufferSize(body.length() + 2).build();
        this.events = new Parse(settings).parseString(body).iterator();
    }

    static Result read(String body) {
        List<YamlEntry> entries = List.of();
        List<CellProblem> problems = new ArrayList<>();
        boolean complete = false;
        try {
            FlatYaml reader = new FlatYaml(body);
            entries = reader.entries;
            problems = reader.problems;
            complete = reader.document();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0);
            problems.add(problem(line, "This line is not YAML: " + e.getProblem() + ".", FLAT));
        } catch (YamlEngineException e) {
            problems.add(problem(
                    0, "The settings cannot be read: " + firstLine(e) + ".", "Remove characters that are not text."));
        }
        return new Result(List.copyOf(entries), List.copyOf(problems), complete);
    }

    private boolean document() {
        events.next(); // stream start
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            return true; // nothing but comments
        }
        Event root = events.next();
        if (root.getEventId() != Event.ID.MappingStart) {
            problems.add(problem(line(root), "A cell's settings are not a list of keys and values.", FLAT));
            return false;
        }
        boolean complete = plainNode(root);
        for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
            complete &= pair(key);
        }
        events.next(); // document end
        Event rest = events.next();
        if (rest.getEventId() != Event.ID.StreamEnd) {
            problems.add(problem(line(rest), "A second document begins here.", "Remove the line `---`."));
            return false;
        }
        return complete;
    }

    private boolean pair(Event event) {
        if (!(event instanceof ScalarEvent key)) {
            problems.add(problem(line(event), "A key is not a word.", FLAT));
            skip(event);
            skip(events.next());
            return false;
        }
        boolean usable = plainNode(key);
        Optional<YamlEntry> entry = value(key, events.next());
        if (entry.isEmpty() || !usable) {
            return false;
        }
        String name = key.getValue();
        if (!keys.add(name)) {
            problems.add(new CellProblem(
                    line(key), name, "“" + name + "” is written twice.", "Remove one of the two lines."));
            return false;
        }
        entries.add(entry.get());
        return true;
    }

    private Optional<YamlEntry> value(ScalarEvent key, Event value) {
        boolean plain = plainNode(value);
        if (value instanceof ScalarEvent scalar) {
            return plain
                    ? Optional.of(entry(key, List.of(text(scalar)), false, scalar, endOf(scalar)))
                    : Optional.empty();
        }
        if (value.getEventId() == Event.ID.SequenceStart) {
            return listEntry(key, value);
        }
        if (value.getEventId() == Event.ID.MappingStart) {
            problems.add(
                    new CellProblem(line(value), key.getValue(), key.getValue() + " holds settings of its own.", FLAT));
            finish();
        }
        return Optional.empty();
    }

    private Optional<YamlEntry> listEntry(ScalarEvent key, Event start) {
        List<String> items = new ArrayList<>();
        boolean flat = true;
        int end = offset(start.getEndMark());
        Event item = events.next();
        for (; item.getEventId() != Event.ID.SequenceEnd; item = events.next()) {
            flat &= plainNode(item);
            if (item instanceof ScalarEvent scalar) {
                items.add(text(scalar));
                end = endOf(scalar);
            } else {
                problems.add(
                        new CellProblem(line(item), key.getValue(), "A list holds more than words and numbers.", FLAT));
                flat = false;
                skip(item);
            }
        }
        boolean flow = body.startsWith("[", offset(start.getStartMark()));
        return flat
                ? Optional.of(entry(key, items, true, start, flow ? offset(item.getEndMark()) : end))
                : Optional.empty();
    }

    private YamlEntry entry(ScalarEvent key, List<String> values, boolean list, Event value, int end) {
        return new YamlEntry(
                key.getValue(),
                List.copyOf(values),
                list,
                line(key),
                offset(key.getStartMark()),
                offset(key.getEndMark()),
                offset(value.getStartMark()),
                end);
    }

    /** Whether a node has neither anchor nor tag and is no alias; says so where it has. */
    private boolean plainNode(Event event) {
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            return refuse(event, "Anchors (&) and aliases (*) are not used in a notebook.");
        }
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent collection
                        && collection.getTag().isPresent();
        return !tagged || refuse(event, "Tags (!) are not used in a notebook.");
    }

    private boolean refuse(Event event, String message) {
        problems.add(problem(line(event), message, "Write the value itself, in quotes if it begins so."));
        return false;
    }

    private void skip(Event node) {
        if (node.getEventId() == Event.ID.SequenceStart || node.getEventId() == Event.ID.MappingStart) {
            finish();
        }
    }

    /** Reads to the end of the collection that has just begun. */
    private void finish() {
        for (int depth = 1; depth > 0; ) {
            Event.ID id = events.next().getEventId();
            if (id == Event.ID.SequenceStart || id == Event.ID.MappingStart) {
                depth++;
                if (depth > DEEPEST) {
                    throw new YamlEngineException("lists within lists");
                }
            } else if (id == Event.ID.SequenceEnd || id == Event.ID.MappingEnd) {
                depth--;
            }
        }
    }

    private static String text(ScalarEvent scalar) {
        String value = scalar.getValue();
        return scalar.getScalarStyle() == ScalarStyle.PLAIN && YamlScalar.isNull(value) ? "" : value;
    }

    /** A block scalar ends where the next line begins; its own last character is before that line's end. */
    private int endOf(ScalarEvent scalar) {
        int end = offset(scalar.getEndMark());
        ScalarStyle style = scalar.getScalarStyle();
        if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            while (end > 0 && Character.isWhitespace(body.charAt(end - 1))) {
                end--;
            }
        }
        return end;
    }

    /** Where each code point begins; empty where each is one char. */
    private static int[] offsets(String body) {
        int points = body.codePointCount(0, body.length());
        int[] offsets = new int[points == body.length() ? 0 : points + 1];
        for (int i = 0, at = 0; i < offsets.length; i++) {
            offsets[i] = at;
            at += i < points ? Character.charCount(body.codePointAt(at)) : 0;
        }
        return offsets;
    }

    private int offset(Optional<Mark> mark) {
        int index = mark.map(Mark::getIndex).orElse(0);
        return offsets.length == 0 ? index : offsets[index];
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0);
    }

    private static CellProblem problem(int line, String message, String remedy) {
        return new CellProblem(line, "", message, remedy);
    }

    private static String firstLine(Throwable e) {
        @Nullable String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
