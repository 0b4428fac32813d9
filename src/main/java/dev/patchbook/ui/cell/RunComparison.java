package dev.patchbook.ui.cell;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.chart.RunSeries;
import dev.patchbook.export.RunFeed;
import dev.patchbook.export.RunFeed.Pace;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellOutput;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.store.RunInfo;
import dev.patchbook.store.RunShelf;
import dev.patchbook.ui.fx.Background;
import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.notebook.CellCommands;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The run a train cell shows and those chosen to stand beside it: kept ones read once, those that go on followed. */
final class RunComparison {
    private final CellId cell;
    private final CellCommands commands;
    private final Map<Path, Beside> others = new LinkedHashMap<>();
    private RunFeed own = new RunFeed("");
    private @Nullable Path folder;
    private @Nullable Path raced;
    private @Nullable TrainOutput shown;
    private List<RunInfo> kept = List.of();
    private List<RunInfo> deleted = List.of();
    private Runnable onRuns = () -> {};
    private Runnable onGrown = () -> {};
    private Runnable onListed = () -> {};

    /** A run beside the own one, and what keeps it up to date. */
    private static final class Beside {
        private final Path folder;
        private final Pins pins = new Pins();
        private final RunFeed feed;
        private boolean ready;

        Beside(Path folder, String title) {
            this.folder = folder;
            this.feed = new RunFeed(title);
        }
    }

    RunComparison(CellId cell, CellCommands commands) {
        this.cell = cell;
        this.commands = commands;
    }

    /** Sets what is told of other runs to show, of runs that have grown, and of the list of runs. */
    void tell(Runnable runs, Runnable grown, Runnable listed) {
        onRuns = runs;
        onGrown = grown;
        onListed = listed;
    }

    /** What the own run is called: as a person named it, else its cell and number. */
    private String name(Path path) {
        return kept.stream()
                .filter(run -> run.folder().equals(path))
                .findFirst()
                .map(RunInfo::title)
                .orElse(cell.text() + " " + path.getFileName());
    }

    /** The cell's own run, as it is now. */
    void take(TrainOutput run) {
        boolean another = !run.folder().equals(folder);
        boolean ended =
                shown != null && shown.summary().isEmpty() && run.summary().isPresent();
        shown = run;
        if (another) {
            folder = run.folder();
            own = new RunFeed(name(run.folder()));
            drop(run.folder());
        }
        own.take(run, pace());
        if (another) {
            onRuns.run();
        }
        if (another || ended) {
            look();
        }
    }

    /** By what the run was made with, once that is read; until then by what the cell says now. */
    private Pace pace() {
        Pace now = commands.pace(cell);
        return kept.stream()
                .filter(run -> run.folder().equals(folder))
                .findFirst()
                .map(run -> new Pace(SettingsDiff.batch(run), now.rows()))
                .orElse(now);
    }

    /** The runs beside the notebook, once this cell has one of them. */
    Optional<RunShelf> shelf() {
        Path runs = folder == null || folder.getParent() == null
                ? null
                : folder.getParent().getParent();
        return Optional.ofNullable(runs).map(RunShelf::new);
    }

    /** Reads again which runs there are. */
    void look() {
        shelf().ifPresent(shelf -> Background.run(
                () -> List.of(shelf.list(), shelf.deleted()),
                both -> listed(both.get(0), both.get(1)),
                e -> listed(List.of(), List.of())));
    }

    private void listed(List<RunInfo> now, List<RunInfo> gone) {
        kept = now;
        deleted = gone;
        TrainOutput run = shown;
        if (run != null) {
            boolean renamed = !own.run().name().equals(name(run.folder()));
            own = renamed ? new RunFeed(name(run.folder())) : own;
            own.take(run, pace());
            if (renamed) {
                onRuns.run();
            }
        }
        List<Path> there = now.stream().map(RunInfo::folder).toList();
        List.copyOf(others.keySet()).stream()
                .filter(path -> !there.contains(path) && !path.equals(raced))
                .forEach(this::drop);
        onGrown.run();
        onListed.run();
    }

    /** Every run kept beside the notebook, as it was looked at last. */
    List<RunInfo> kept() {
        return kept;
    }

    /** Those deleted and not removed for good, as they were looked at last. */
    List<RunInfo> deleted() {
        return deleted;
    }

    /** Whether a run is the cell's own. */
    boolean isOwn(RunInfo run) {
        return run.folder().equals(folder);
    }

    /** Whether a run is shown. */
    boolean shows(RunInfo run) {
        return isOwn(run) || others.containsKey(run.folder());
    }

    /** What a run shows where its cell has it before it now: it may still go on. */
    Optional<TrainOutput> live(RunInfo run) {
        return live(run.folder(), commands.output(new CellId(run.cell())).getValue());
    }

    private static Optional<TrainOutput> live(Path run, @Nullable CellOutput output) {
        return output instanceof TrainOutput train && train.folder().equals(run)
                ? Optional.of(train)
                : Optional.empty();
    }

    /** Puts a run beside the own one, or takes it away; the failure is told to those who asked. */
    void compare(RunInfo run, boolean on, Consumer<UserFacingException> failed) {
        if (!on) {
            drop(run.folder());
            return;
        }
        Beside beside = new Beside(run.folder(), run.title());
        others.put(run.folder(), beside);
        Pace pace = new Pace(SettingsDiff.batch(run), rows(run));
        if (live(run).isPresent()) {
            follow(beside, new CellId(run.cell()), pace);
            return;
        }
        Background.run(
                () -> RunShelf.output(run),
                train -> {
                    beside.feed.take(train, pace);
                    arrived(beside);
                },
                e -> {
                    drop(run.folder());
                    failed.accept(
                            e instanceof UserFacingException why
                                    ? why
                                    : new UserFacingException(
                                            run.folder() + " cannot be read.", "The log says why.", e));
                });
    }

    private void follow(Beside beside, CellId other, Pace pace) {
        beside.pins.follow(
                commands.output(other),
                output -> live(beside.folder, output).ifPresent(train -> {
                    beside.feed.take(train, pace);
                    onGrown.run();
                }));
        arrived(beside);
    }

    /** Draws the run under way of another cell, and no other, beside the own one. */
    void race(CellId rival) {
        if (commands.output(rival).getValue() instanceof TrainOutput train
                && train.summary().isEmpty()
                && !train.folder().equals(raced)) {
            List.copyOf(others.keySet()).forEach(this::drop);
            raced = train.folder();
            Beside beside = new Beside(
                    train.folder(), rival.text() + " " + train.folder().getFileName());
            others.put(train.folder(), beside);
            follow(beside, rival, commands.pace(rival));
        }
    }

    private int rows(RunInfo run) {
        int rows = commands.pace(new CellId(run.cell())).rows();
        return rows > 0 ? rows : commands.pace(cell).rows();
    }

    private void arrived(Beside beside) {
        if (others.get(beside.folder) == beside) {
            beside.ready = true;
            onRuns.run();
        }
    }

    private void drop(Path path) {
        Beside gone = others.remove(path);
        if (gone != null) {
            gone.pins.release();
            onRuns.run();
        }
    }

    /** The runs to draw, the own one first. */
    List<RunSeries> runs() {
        List<RunSeries> runs = new ArrayList<>(List.of(own.run()));
        others.values().stream().filter(beside -> beside.ready).forEach(beside -> runs.add(beside.feed.run()));
        return runs;
    }

    /** The kept runs that are shown, in the order drawn. */
    List<RunInfo> compared() {
        List<RunInfo> all = new ArrayList<>(kept.stream().filter(this::isOwn).toList());
        others.values().stream()
                .filter(beside -> beside.ready)
                .forEach(beside -> kept.stream()
                        .filter(run -> run.folder().equals(beside.folder))
                        .forEach(all::add));
        return all;
    }

    /** Ends following runs. */
    void release() {
        others.values().forEach(beside -> beside.pins.release());
    }
}
