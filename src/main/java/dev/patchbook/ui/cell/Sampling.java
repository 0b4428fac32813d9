package dev.patchbook.ui.cell;

import dev.patchbook.config.SampleSettings;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.session.Branch;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.session.TextLine;
import dev.patchbook.session.TextTree;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A finished caption and the texts that part from it: which of them is shown, up to which place, and how it is gone on with.
 * Steps along what is written need no engine; where another token is picked, or other settings draw, the engine writes on and a
 * branch grows.
 */
final class Sampling {
    static final String NO_MODEL = "The model is not in memory. Run the cell to bring it back; its branches stay.";

    private final CellViewModel cell;
    private final CellCommands commands;
    private final Runnable changed;
    private @Nullable Generation caption;
    private List<Branch> branches = List.of();
    private List<Branch> removed = List.of();
    private @Nullable TextTree tree;
    private int line;
    private int place;
    private String problem = "";
    private final Asking asking;
    private final Playing playing = new Playing(this::beat);
    private final Trying trying = new Trying(SampleSettings.of(Map.of()));

    Sampling(CellViewModel cell, CellCommands commands, Runnable changed) {
        this.cell = cell;
        this.commands = commands;
        this.changed = changed;
        this.asking = new Asking(commands);
    }

    /** Takes an output over: another caption is shown from its end, branches of the same one are taken in. */
    void show(SampleOutput output) {
        Generation now = output.generation().orElseThrow();
        boolean other = !now.equals(caption);
        if (other) {
            playing.halt();
            asking.stop();
            caption = now;
            removed = List.of();
            problem = "";
            line = 0;
            trying.caption(now.settings());
        }
        if (other || !output.branches().equals(branches)) {
            grow(output.branches());
            line = line < tree().lines().size() ? line : 0;
            place = other ? line().length() : Math.min(place, line().length());
        }
        settings();
    }

    /** Follows the settings of the cell, also before it is run with them. */
    void settings() {
        trying.follow(cell.cellProperty().get());
    }

    private void grow(List<Branch> all) {
        branches = all;
        tree = TextTree.of(caption(), all);
    }

    boolean known() {
        return caption != null;
    }

    Generation caption() {
        return Objects.requireNonNull(caption);
    }

    TextTree tree() {
        return Objects.requireNonNull(tree);
    }

    TextLine line() {
        return tree().lines().get(line);
    }

    /** How many tokens of the line are shown. */
    int place() {
        return place;
    }

    /** How what comes next is drawn. */
    SampleSettings draws() {
        return trying.now();
    }

    Trying trying() {
        return trying;
    }

    /** What could not be done, for people; empty where nothing. */
    String problem() {
        return problem;
    }

    Playing playing() {
        return playing;
    }

    boolean busy() {
        return asking.busy();
    }

    boolean undoable() {
        return !removed.isEmpty();
    }

    /** Whether the next step follows what is written, and not other settings. */
    boolean follows() {
        return draws().drawsLike(line().settings());
    }

    void draw(double temperature, int topK, double topP, long seed) {
        trying.draw(temperature, topK, topP, seed);
        problem = "";
        changed.run();
    }

    /** Shows so many tokens of a line. */
    void choose(int which, int to) {
        playing.halt();
        line = which;
        to(to);
    }

    /** Shows so many tokens. */
    void to(int wanted) {
        place = Math.max(0, Math.min(wanted, line().length()));
        problem = "";
        changed.run();
    }

    void step() {
        if (place >= line().length() || busy()) {
            return;
        }
        if (follows()) {
            to(place + 1);
        } else {
            goOn(line().ids().subList(0, place), place + 1);
        }
    }

    void back() {
        playing.halt();
        to(place - 1);
    }

    void play() {
        if (playing.on()) {
            playing.halt();
            changed.run();
            return;
        }
        if (place >= line().length()) {
            place = 0;
        }
        playing.start();
        changed.run();
    }

    private void beat() {
        step();
        if (place >= line().length() && !busy()) {
            playing.halt();
            changed.run();
        }
    }

    /** Goes another way from a place: with a token, and on from there. */
    void pick(int at, int token) {
        List<Integer> start = new ArrayList<>(line().ids().subList(0, at));
        start.add(token);
        branch(start, at == place ? at + 1 : Integer.MAX_VALUE);
    }

    /** Goes another way from a place: with characters a person wrote. */
    void write(int at, String text) {
        Optional<List<Integer>> ids = line().scores().ids(text);
        if (text.isEmpty() || ids.isEmpty()) {
            problem = text.isEmpty()
                    ? "Write one or more characters to go on with."
                    : "The model does not know “" + Written.unknown(line().scores(), text)
                            + "”. Use characters of its alphabet.";
            changed.run();
            return;
        }
        List<Integer> start = new ArrayList<>(line().ids().subList(0, at));
        start.addAll(ids.get());
        branch(start, Integer.MAX_VALUE);
    }

    private void branch(List<Integer> start, int shown) {
        playing.halt();
        boolean same = line().ids().size() >= start.size()
                && line().ids().subList(0, start.size()).equals(start);
        Optional<TextLine> there = same ? Optional.of(line()) : tree().beginning(start);
        if (there.isPresent()) {
            line = there.get().number();
            to(shown);
        } else {
            goOn(start, shown);
        }
    }

    private void goOn(List<Integer> start, int shown) {
        Optional<SampleRequest> request = commands.sampling(cell.id(), trying.byToken(), false);
        if (request.isEmpty()) {
            refuse(NO_MODEL);
            return;
        }
        asking.ask(
                engine -> engine.follow(request.get(), start),
                text -> grown(text, start, shown),
                failure -> refuse(failure.what() + " " + failure.remedy()));
        changed.run();
    }

    private void grown(Generation text, List<Integer> start, int shown) {
        if (!tree().fits(text)) {
            refuse("The model has changed since this caption was written. Run the cell for a new one.");
            return;
        }
        List<Integer> ids = text.tokens().stream()
                .map(TokenEvent::chosen)
                .map(TokenEvent.Candidate::token)
                .toList();
        tree().branch(text).ifPresent(branch -> {
            List<Branch> all = new ArrayList<>(branches);
            all.add(branch);
            keep(all);
        });
        removed = List.of();
        line = tree().beginning(ids).orElseThrow().number();
        to(shown);
        if (ids.size() < start.size()) {
            refuse("A caption may have " + caption().settings().maxTokens() + " characters: set Longest higher.");
        }
    }

    private void refuse(String why) {
        playing.halt();
        problem = why;
        changed.run();
    }

    private void keep(List<Branch> all) {
        grow(all);
        commands.made(cell.id(), caption(), new SampleOutput.Branches(all));
    }

    /** Takes a branch away, and all that grew from it. */
    void remove(int branch) {
        playing.halt();
        removed = branches;
        List<Branch> left = tree().without(branch, branches);
        line = 0;
        keep(left);
        to(Integer.MAX_VALUE);
    }

    /** Brings back what was removed last. */
    void undo() {
        keep(removed);
        removed = List.of();
        changed.run();
    }

    /** Stops what runs. */
    void release() {
        playing.halt();
        asking.stop();
    }
}
