package dev.patchbook.ui.cell;

import dev.patchbook.config.SettingException;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.ModelSummary.Part;
import dev.patchbook.engine.PartList;
import dev.patchbook.session.CellOutput.ModelOutput;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.notebook.CellViewModel.Trainer;
import dev.patchbook.ui.view.ModelDiagram;
import java.util.List;
import javafx.scene.Node;

/** A model: its parts from the picture to the next character. */
final class ModelBody extends OutputBody<ModelOutput> {
    private final ModelDiagram diagram = new ModelDiagram();

    ModelBody(CellViewModel cell, CellCommands commands) {
        super(ModelOutput.class, cell, commands);
        pins.follow(cell.trainerProperty(), trainer -> {
            if (cell.outputProperty().get() instanceof ModelOutput now) {
                show(now);
            }
        });
    }

    @Override
    protected Node build() {
        return diagram;
    }

    @Override
    protected List<Shown> shown(ModelOutput now) {
        return List.of(Shown.of("model", "Diagram", diagram));
    }

    @Override
    protected void show(ModelOutput now) {
        ModelSummary model = now.summary();
        Trainer trainer = cell.trainerProperty().get();
        if (trainer == null
                || trainer.settings().stages().plain()
                        && trainer.settings().lora().none()) {
            diagram.show(model);
            return;
        }
        try {
            TrainSettings settings = trainer.settings();
            settings.requireIn(model.config());
            List<Part> parts = PartList.of(model.config().with(settings.lora()), settings.at(0));
            String first = settings.stages().stages().size() > 1 ? " at first" : "";
            diagram.show(model.with(parts), trainer.cell().text() + first);
        } catch (SettingException e) {
            diagram.show(model); // the train cell says what is wrong when it runs
        }
    }
}
