package dev.patchbook.ui.cell;

import dev.patchbook.engine.Engine;
import dev.patchbook.engine.Job;
import dev.patchbook.session.CellFailure;
import dev.patchbook.session.Subscription;
import dev.patchbook.ui.notebook.CellCommands;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One thing at a time asked of the engine: what was asked before is taken back. */
final class Asking {
    private final CellCommands commands;
    private @Nullable Subscription asked;
    private int turn;

    Asking(CellCommands commands) {
        this.commands = commands;
    }

    boolean busy() {
        return asked != null;
    }

    <T> void ask(Function<Engine, Job<T>> question, Consumer<T> answer, Consumer<CellFailure> failed) {
        stop();
        int mine = ++turn;
        Subscription now = commands.ask(
                question,
                found -> {
                    over();
                    answer.accept(found);
                },
                failure -> {
                    over();
                    failed.accept(failure);
                });
        if (mine == turn) {
            asked = now; // unless it was answered at once
        }
    }

    private void over() {
        turn++;
        asked = null;
    }

    void stop() {
        Subscription now = asked;
        if (now != null) {
            now.close();
        }
        over();
    }
}
