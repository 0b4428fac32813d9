package dev.patchbook.ui.shell;

import dev.patchbook.config.Defaults;
import dev.patchbook.config.Group;
import dev.patchbook.config.Preset;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.Engine;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.ui.consent.ConsentSheet;
import dev.patchbook.ui.form.FormViewModel;
import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.fx.Dialogs.FileKind;
import dev.patchbook.ui.importing.ImportSheet;
import dev.patchbook.ui.importing.ImportTarget;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.notebook.NotebookCommands;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** Opens the sheet on which data is chosen, for a cell, for a new cell, or for a notebook to be begun. */
final class Imports {
    private final Pane layers;
    private final Engine engine;
    private final Dialogs dialogs;
    private final Desk desk;
    private @Nullable ImportSheet open;

    Imports(Pane layers, Engine engine, Dialogs dialogs, Desk desk) {
        this.layers = layers;
        this.engine = engine;
        this.dialogs = dialogs;
        this.desk = desk;
    }

    void bind(Actions actions) {
        actions.bind(
                Command.OWN_PICTURES,
                () -> dialogs.open("Choose a file with pictures and captions", FileKind.DATA, desk.place())
                        .ifPresent(file -> begin(List.of(file))));
        actions.bind(
                Command.OWN_FOLDER,
                () -> dialogs.folder("Choose a folder of pictures", desk.place())
                        .ifPresent(folder -> begin(List.of(folder))));
        actions.bind(
                Command.CHOOSE_DATA,
                () -> desk.front().isPresent() && open == null,
                () -> desk.front().ifPresent(pane -> choose(pane, Optional.empty(), List.of(), Map.of())));
        actions.bind(
                Command.OUTSIDE,
                () -> desk.front()
                        .filter(pane -> !pane.consent().allowedProperty().get().isEmpty())
                        .isPresent(),
                () -> desk.front().ifPresent(pane -> new ConsentSheet(layers, pane.consent()).open()));
    }

    /** Shows files as the data of a notebook to be begun; the notebook in front can be chosen instead. */
    void begin(List<Path> files) {
        ImportSheet sheet = open;
        if (sheet != null) {
            sheet.add(files);
            return;
        }
        List<ImportTarget> targets = new ArrayList<>(List.of(new Begun(files.get(0))));
        desk.front().ifPresent(pane -> targets.addAll(of(pane)));
        show(targets, files);
    }

    /** Shows data for a cell of a notebook, or, where none is named, for its data cell or a new one. */
    void choose(NotebookPane pane, Optional<CellId> cell, List<Path> files, Map<String, String> settings) {
        ImportSheet sheet = open;
        if (sheet != null) {
            sheet.add(files);
            return;
        }
        show(
                cell.<List<ImportTarget>>map(id -> List.of(new Known(pane, id, settings)))
                        .orElseGet(() -> of(pane)),
                files);
    }

    /** Every data cell there is, the nearest first, and a new one. */
    private static List<ImportTarget> of(NotebookPane pane) {
        List<ImportTarget> targets = new ArrayList<>();
        CellId current = pane.notebook().currentProperty().get();
        for (CellViewModel cell : pane.notebook().cells()) {
            if (cell.cellProperty().get().kind() == CellKind.DATA) {
                ImportTarget target =
                        new Known(pane, cell.id(), cell.cellProperty().get().settings());
                targets.add(cell.id().equals(current) ? 0 : targets.size(), target);
            }
        }
        targets.add(new Added(pane));
        return targets;
    }

    private void show(List<ImportTarget> targets, List<Path> files) {
        open = new ImportSheet(layers, engine, dialogs, targets, files, () -> open = null);
    }

    private static FormViewModel form(Map<String, String> written) {
        return new FormViewModel(
                Group.DATA, written, all -> Defaults.of(Group.DATA, Preset.LAPTOP, Variant.STANDARD), List.of());
    }

    /** A data cell there is. */
    private record Known(NotebookPane pane, CellId cell, Map<String, String> settings) implements ImportTarget {
        @Override
        public String words() {
            return "the cell “" + cell + "”";
        }

        @Override
        public Path folder() {
            return pane.document().folder();
        }

        @Override
        public FormViewModel form() {
            return pane.notebook().commands().form(cell, settings);
        }

        @Override
        public Set<Path> allowed() {
            return pane.consent().allowedProperty().get();
        }

        @Override
        public void use(Map<String, String> written, List<Path> granted, boolean run) {
            pane.consent().allow(granted);
            NotebookCommands commands = pane.notebook().commands();
            commands.settle(cell, written);
            pane.notebook()
                    .cell(cell)
                    .ifPresent(model -> model.editingProperty().set(false));
            pane.notebook().reveal(cell);
            if (run) {
                commands.run(cell);
            }
        }
    }

    /** A data cell to be added to a notebook. */
    private record Added(NotebookPane pane) implements ImportTarget {
        @Override
        public String words() {
            return "a new data cell";
        }

        @Override
        public Path folder() {
            return pane.document().folder();
        }

        @Override
        public FormViewModel form() {
            return Imports.form(Map.of());
        }

        @Override
        public Set<Path> allowed() {
            return pane.consent().allowedProperty().get();
        }

        @Override
        public void use(Map<String, String> written, List<Path> granted, boolean run) {
            pane.consent().allow(granted);
            int index = pane.notebook().currentIndex() + 1;
            CellId made = pane.notebook().commands().cells().add(index, CellKind.DATA, written);
            if (run) {
                pane.notebook().commands().run(made);
            }
        }
    }

    /** A notebook to be begun in the folder of its data. */
    private final class Begun implements ImportTarget {
        private final Path data;

        Begun(Path data) {
            this.data = data.toAbsolutePath().normalize();
        }

        @Override
        public String words() {
            return "a new notebook";
        }

        @Override
        public Path folder() {
            return Objects.requireNonNullElse(data.getParent(), data);
        }

        @Override
        public FormViewModel form() {
            return Imports.form(Map.of());
        }

        @Override
        public Set<Path> allowed() {
            return Set.of();
        }

        @Override
        public void use(Map<String, String> written, List<Path> granted, boolean run) {
            NotebookPane pane = desk.begin(data, written);
            pane.consent().allow(granted);
            if (run) {
                pane.notebook().commands().run(Beginnings.DATA);
            }
            pane.notebook().reveal(Beginnings.DATA);
        }
    }
}
