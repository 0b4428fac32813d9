package dev.patchbook.ui.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the program asks a person in a dialog of its own; behind an interface so that tests can answer. */
public interface Dialogs {
    /** What to do with changes that are not saved. */
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /** A kind of file to choose: its name for people and its endings, {@code *.csv}. */
    record FileKind(String name, List<String> endings) {
        /** Notebooks. */
        public static final FileKind NOTEBOOK = new FileKind("Notebooks", List.of("*.md"));

        /** Tables and lists of pictures and captions, as a data cell reads them. */
        public static final FileKind DATA =
                new FileKind("Tables and lists", List.of("*.csv", "*.tsv", "*.json", "*.jsonl", "*.ndjson"));

        /** Tables to write. */
        public static final FileKind TABLE = new FileKind("CSV files", List.of("*.csv"));

        /** Pictures to write. */
        public static final FileKind PNG = new FileKind("PNG pictures", List.of("*.png"));

        /** Drawings. */
        public static final FileKind SVG = new FileKind("SVG drawings", List.of("*.svg"));

        /** Reports. */
        public static final FileKind PAGE = new FileKind("HTML pages", List.of("*.html"));

        /** Pictures. */
        public static final FileKind PICTURE = new FileKind(
                "Pictures", List.of("*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp", "*.webp", "*.tif", "*.tiff"));

        /** Copies the list. */
        public FileKind {
            endings = List.copyOf(endings);
        }

        /** Whether a file's name ends so, whatever its case. */
        public boolean fits(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return endings.stream().anyMatch(ending -> lower.endsWith(ending.substring(1)));
        }
    }

    /** Asks for a file to open; empty if the person gave up. */
    Optional<Path> open(String title, FileKind kind, Path folder);

    /** Asks for a folder; empty if the person gave up. */
    Optional<Path> folder(String title, Path folder);

    /** Asks where to save; empty if the person gave up. */
    Optional<Path> save(String title, FileKind kind, Path suggestion);

    /** Asks what to do with the changes of these notebooks that are not saved. */
    Unsaved unsaved(List<String> names);

    /** Asks whether these notebooks may be closed although they run; false if the person would rather go on. */
    boolean stop(List<String> names);

    /** Says something, and waits to be dismissed. */
    void tell(String what, String details);

    /** Says that a file was written and where, and offers to open it. */
    void saved(String what, Path file);

    /** Says what happened and what to do, and waits to be dismissed. */
    void problem(String what, String remedy);
}
