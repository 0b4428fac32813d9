package dev.patchbook.ui.shell;

import dev.patchbook.notebook.CellKind;
import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.notebook.ActiveNotebook;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.notebook.NotebookViewModel;
import dev.patchbook.ui.notebook.Words;
import dev.patchbook.ui.palette.Entry;
import dev.patchbook.ui.start.Recent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What the palette offers: every command that can be run now, the cells, the kinds of cells, the recent notebooks. */
final class PaletteEntries {
    private static final Set<Command> LEFT_OUT = Set.of(Command.PALETTE, Command.LEAVE);

    private final Actions actions;
    private final ActiveNotebook active;
    private final Recent recent;
    private final Consumer<Path> open;

    PaletteEntries(Actions actions, ActiveNotebook active, Recent recent, Consumer<Path> open) {
        this.actions = actions;
        this.active = active;
        this.recent = recent;
        this.open = open;
    }

    List<Entry> now() {
        List<Entry> entries = new ArrayList<>();
        for (Command command : Command.values()) {
            if (!LEFT_OUT.contains(command) && actions.enabled(command)) {
                entries.add(new Entry(
                        command.group() == Command.Group.GO ? "Go to: " + command.words() : command.words(),
                        command.purpose(),
                        command.briefKeys(),
                        () -> actions.run(command)));
            }
        }
        active.model().ifPresent(notebook -> {
            for (CellKind kind : CellKind.values()) {
                if (kind != CellKind.UNKNOWN) {
                    entries.add(new Entry(
                            "Add " + Words.one(kind),
                            Words.purpose(kind),
                            "",
                            () -> notebook.commands().cells().add(notebook.currentIndex() + 1, kind)));
                }
            }
            notebook.cells().forEach(cell -> entries.add(cell(notebook, cell)));
        });
        recent.files()
                .forEach(file -> entries.add(new Entry(
                        "Open " + file.getFileName(), String.valueOf(file.getParent()), "", () -> open.accept(file))));
        return entries;
    }

    private static Entry cell(NotebookViewModel notebook, CellViewModel cell) {
        boolean note = cell.cellProperty().get().kind() == CellKind.NOTE;
        String name = note
                ? Words.first(cell.cellProperty().get().text())
                : cell.id() + " (" + cell.cellProperty().get().kindName() + ")";
        return new Entry(
                "Go to " + name,
                note ? "note" : cell.statusProperty().get().word(),
                "",
                () -> notebook.reveal(cell.id()));
    }
}
