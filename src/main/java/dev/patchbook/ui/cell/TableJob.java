package dev.patchbook.ui.cell;

import dev.patchbook.engine.Engine;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.Progress;
import dev.patchbook.session.CellFailure;
import dev.patchbook.session.Subscription;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.fx.Ticker;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.view.Views;
import dev.patchbook.ui.view.WrapRow;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Something longer asked of the engine: the button that starts it, how far it is, and what stops it.
 *
 * @param <T> what it yields
 */
final class TableJob<T> extends WrapRow {
    private static final long LOOK = 100;

    private final CellCommands commands;
    private final Consumer<T> answer;
    private final Button start = new Button(null, Icon.RUN.node());
    private final Button stop = new Button("Stop", Icon.STOP.node());
    private final ProgressBar progress = new ProgressBar();
    private final Label words = new Label();
    private final Ticker watch = new Ticker(LOOK, this::look);
    private @Nullable Subscription asked;
    private @Nullable Job<T> job;

    TableJob(CellCommands commands, Consumer<T> answer) {
        super(8, 6, true);
        this.commands = commands;
        this.answer = answer;
        start.setMinWidth(Region.USE_PREF_SIZE);
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(e -> {
            end("Stopped: nothing was kept.");
            start.requestFocus();
        });
        progress.getStyleClass().add("check-progress");
        words.getStyleClass().add("fact-name");
        words.setWrapText(true);
        getChildren().addAll(start, progress, stop, words);
        end("");
    }

    Button start() {
        return start;
    }

    void name(String text) {
        start.setText(text);
        stop.setAccessibleText("Stop: " + text);
        progress.setAccessibleText("How far it is: " + text);
    }

    /** Asks. */
    void ask(Function<Engine, Job<T>> question) {
        end("");
        running(true);
        Subscription now = commands.ask(
                engine -> {
                    Job<T> made = question.apply(engine);
                    job = made;
                    return made;
                },
                found -> {
                    end("");
                    answer.accept(found);
                },
                this::failed);
        if (start.isVisible()) {
            return; // it failed at once
        }
        asked = now;
        watch.on(true);
        if (start.isFocused()) {
            stop.requestFocus();
        }
    }

    /** Says why it cannot be asked for. */
    void refuse(String why) {
        end(why);
    }

    private void failed(CellFailure failure) {
        end(failure.what() + " " + failure.remedy());
    }

    private void end(String said) {
        Subscription now = asked;
        asked = null;
        job = null;
        watch.on(false);
        if (now != null) {
            now.close();
        }
        running(false);
        say(said);
    }

    private void running(boolean is) {
        boolean held = stop.isFocused();
        Shown.when(start, !is);
        Shown.when(progress, is);
        Shown.when(stop, is);
        progress.setProgress(-1);
        if (held && !is) {
            start.requestFocus();
        }
    }

    private void look() {
        Job<T> now = job;
        if (now != null) {
            Progress far = now.progress();
            progress.setProgress(far.total() == 0 ? -1 : Math.min(1, (double) far.done() / far.total()));
            say(far.total() == 0 ? far.phase() : far.phase() + ", " + far.done() + " of " + far.total());
        }
    }

    private void say(String text) {
        words.setText(text);
        Shown.when(words, !text.isEmpty());
        Views.say(words, text);
    }

    /** Stops what runs. */
    void release() {
        end("");
    }
}
