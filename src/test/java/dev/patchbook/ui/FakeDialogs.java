package dev.patchbook.ui;

import dev.patchbook.ui.fx.Dialogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Dialogs that answer at once as they were told, and remember what was asked. */
public final class FakeDialogs implements Dialogs {
    private final List<String> asked = new ArrayList<>();
    private Optional<Path> file = Optional.empty();
    private Unsaved unsaved = Unsaved.CANCEL;
    private boolean stop;

    /** What was asked or said, in order. */
    public List<String> asked() {
        return asked;
    }

    /** The file chosen from now on. */
    public void choose(Path chosen) {
        file = Optional.of(chosen);
    }

    /** The answer about unsaved changes from now on. */
    public void answer(Unsaved answer) {
        unsaved = answer;
    }

    @Override
    public Optional<Path> open(String title, FileKind kind, Path folder) {
        asked.add("open " + title);
        return file;
    }

    @Override
    public Optional<Path> folder(String title, Path folder) {
        asked.add("folder " + title);
        return file;
    }

    @Override
    public Optional<Path> save(String title, FileKind kind, Path suggestion) {
        asked.add("save " + title);
        return file;
    }

    @Override
    public Unsaved unsaved(List<String> names) {
        asked.add("unsaved " + String.join(", ", names));
        return unsaved;
    }

    /** The answer from now on when something runs in what is to be closed. */
    public void answerStop(boolean answer) {
        stop = answer;
    }

    @Override
    public boolean stop(List<String> names) {
        asked.add("stop " + String.join(", ", names));
        return stop;
    }

    @Override
    public void tell(String what, String details) {
        asked.add("tell " + what + "\n" + details);
    }

    @Override
    public void saved(String what, Path place) {
        asked.add("saved " + place.getFileName());
    }

    @Override
    public void problem(String what, String remedy) {
        asked.add("problem " + what);
    }
}
