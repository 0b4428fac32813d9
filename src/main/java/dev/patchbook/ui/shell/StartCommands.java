package dev.patchbook.ui.shell;

import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.start.Example;
import dev.patchbook.ui.start.StartPage;
import java.nio.file.Path;

/** What the start page can do, done by the window. */
final class StartCommands implements StartPage.Commands {
    private final Desk desk;
    private final Actions actions;

    StartCommands(Desk desk, Actions actions) {
        this.desk = desk;
        this.actions = actions;
    }

    @Override
    public void open(Example example) {
        desk.open(example);
    }

    @Override
    public void open(Path file) {
        desk.open(file);
    }

    @Override
    public void run(Command command) {
        actions.run(command);
    }
}
