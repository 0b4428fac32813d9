package dev.patchbook.ui;

import dev.patchbook.engine.local.LocalEngine;
import dev.patchbook.notebook.CellId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * A window in a process of its own, to be killed: opens a notebook with the real engine, runs it, edits it, and says so once
 * outputs, a checkpoint and what is not saved are on disk and the training goes on.
 */
public final class KilledWindow {
    /** What is printed when all is there. */
    static final String READY = "ready to be killed";

    private KilledWindow() {}

    /** Opens the notebook named and runs its cell {@code look}, and with it what that builds on. */
    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        Path runs = file.resolveSibling("mine.runs");
        WindowFixture fixture = WindowFixture.opened(new LocalEngine(1), file, file.resolveSibling("home"), 900, 700);
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("first")));
        Fx.until("a checkpoint", () -> Files.exists(runs.resolve("first/0001/checkpoints/000040")));
        Fx.run(() -> fixture.window().notebook().commands().run(new CellId("say")));
        Fx.until("what the model says", () -> Files.exists(runs.resolve("outputs/say.json")));
        Fx.run(() -> fixture.window().notebook().commands().writeTitle("Never saved"));
        Fx.until("recovery", () -> Files.exists(runs.resolve("recovery.md")));
        Fx.until("more steps", () -> Files.exists(runs.resolve("first/0001/checkpoints/000060")));
        System.out.println(READY);
        System.out.flush();
        LockSupport.park(); // the training goes on until the end comes
    }
}
