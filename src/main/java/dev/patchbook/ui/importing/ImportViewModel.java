package dev.patchbook.ui.importing;

import dev.patchbook.config.DataSettings;
import dev.patchbook.config.Preset;
import dev.patchbook.config.SourceNames;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.Engine;
import dev.patchbook.session.NamedFiles;
import dev.patchbook.ui.form.FieldViewModel;
import dev.patchbook.ui.form.FormViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Data that is being chosen: its sources, how they are to be read, and its first rows, read anew after each change of what
 * matters to them. Nothing is read that lies outside of the notebook's folder before it was allowed.
 */
final class ImportViewModel {
    private static final Duration PAUSE = Duration.millis(200);
    private static final Set<String> MATTER_TO_ROWS = Set.of(
            "file",
            "image-column",
            "caption-column",
            "alphabet",
            "unknown",
            "normalize-text",
            "split",
            "max-length",
            "too-long");

    private static final Set<String> MATTER_TO_PICTURES = Set.of("image-size", "background");

    private final ImportTarget target;
    private final FormViewModel form;
    private final Set<Path> allowed;
    private final FirstRows rows;
    private final FullCheck check;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private boolean closed;
    private Map<String, String> readWith = Map.of();
    private Map<String, String> seenWith = Map.of();

    /**
     * Data to be chosen for a target.
     *
     * @param engine reads it
     * @param fx runs on the JavaFX thread what came of that
     */
    ImportViewModel(Engine engine, ImportTarget target, Executor fx) {
        this.target = target;
        this.form = target.form();
        this.allowed = new LinkedHashSet<>(target.allowed());
        this.rows = new FirstRows(engine, this::request, fx);
        this.check = new FullCheck(fx, () -> engine.check(request()));
        pause.setOnFinished(e -> refresh());
    }

    /** Begins to read, and to follow what is written. */
    void begin() {
        form.all().forEach(field -> field.textProperty().addListener((observable, was, is) -> pause.playFromStart()));
        refresh();
    }

    /** What it is chosen for. */
    ImportTarget target() {
        return target;
    }

    FormViewModel form() {
        return form;
    }

    /** The field of a setting. */
    FieldViewModel field(String key) {
        return form.field(key).orElseThrow();
    }

    FirstRows rows() {
        return rows;
    }

    FullCheck check() {
        return check;
    }

    /** The sources, as they are written. */
    List<String> names() {
        return SourceNames.of(target.folder(), field("file").effective());
    }

    /** The files and folders chosen; empty where it is sample data. */
    List<Path> files() {
        return names().stream()
                .filter(name -> !name.startsWith("sample:"))
                .map(name -> target.folder().resolve(name).normalize())
                .toList();
    }

    /** Takes files or folders in place of those that are there; says what is in the way, empty where nothing is. */
    String replace(List<Path> files) {
        return add(List.of(), files);
    }

    /** Takes files or folders besides those that are there; says what is in the way, empty where nothing is. */
    String add(List<Path> files) {
        // the sample data of a cell that names none is not meant to be added to
        return add(field("file").changedProperty().get() ? names() : List.of(), files);
    }

    private String add(List<String> names, List<Path> files) {
        List<String> all = new ArrayList<>(names);
        for (Path file : files) {
            String name = SourceNames.relative(target.folder(), file);
            if (!all.contains(name)) {
                all.add(name);
            }
        }
        if (all.size() > 1 && all.stream().anyMatch(name -> name.indexOf(',') >= 0)) {
            return "A name with a comma in it can only be used alone: rename the file first.";
        }
        write(all);
        return "";
    }

    /** Takes a source out. */
    void remove(String name) {
        write(names().stream().filter(each -> !each.equals(name)).toList());
    }

    private void write(List<String> names) {
        field("file").textProperty().set(SourceNames.joined(names));
    }

    /** Allows what is asked for, until the data is taken over or given up. */
    void allow() {
        allowed.addAll(named());
        again();
    }

    /** Reads again what could not be read. */
    void again() {
        readWith = Map.of();
        refresh();
    }

    private List<Path> named() {
        return NamedFiles.of(target.folder(), effective());
    }

    private Map<String, String> effective() {
        Map<String, String> all = new LinkedHashMap<>();
        form.all().forEach(field -> all.put(field.setting().key(), field.effective()));
        return all;
    }

    private Map<String, String> only(Set<String> keys) {
        Map<String, String> some = effective();
        some.keySet().retainAll(keys);
        return some;
    }

    private DataRequest request() {
        List<Path> files = named();
        return new DataRequest(
                target.folder(),
                DataSettings.of(effective(), Preset.LAPTOP, Variant.STANDARD), // all is written: no preset matters
                !files.isEmpty() && allowed.containsAll(files));
    }

    private void refresh() {
        pause.stop();
        if (closed || !form.validProperty().get()) {
            return;
        }
        Map<String, String> matter = only(MATTER_TO_ROWS);
        Map<String, String> pictures = only(MATTER_TO_PICTURES);
        if (!matter.equals(readWith)) {
            readWith = matter;
            seenWith = pictures;
            read();
        } else if (!pictures.equals(seenWith)) {
            seenWith = pictures;
            rows.lookAgain();
        }
    }

    private void read() {
        check.stop();
        List<Path> files = named();
        List<Path> outside = NamedFiles.outside(target.folder(), files);
        if (outside.isEmpty() || allowed.containsAll(files)) {
            rows.read();
        } else {
            rows.ask(outside);
        }
    }

    /** Takes the data over. */
    void use(boolean run) {
        close();
        List<Path> files = named();
        boolean granted = !NamedFiles.outside(target.folder(), files).isEmpty() && allowed.containsAll(files);
        target.use(form.written(), granted ? files : List.of(), run);
    }

    /** Stops all that is read; nothing is read from then on. */
    void close() {
        closed = true;
        pause.stop();
        rows.stop();
        check.stop();
    }
}
