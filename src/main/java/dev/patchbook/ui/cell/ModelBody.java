package dev.patchbook.ui.cell;

import dev.patchbook.session.CellOutput.ModelOutput;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.ModelDiagram;
import java.util.List;
import javafx.scene.Node;

/** A model: its parts from the picture to the next character. */
final class ModelBody extends OutputBody<ModelOutput> {
    private final ModelDiagram diagram = new ModelDiagram();

    ModelBody(CellViewModel cell, CellCommands commands) {
        super(ModelOutput.class, cell, commands);
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
        diagram.show(now.summary());
    }
}
