package dev.patchbook.session;

import dev.patchbook.engine.DataId;
import dev.patchbook.engine.ModelId;
import dev.patchbook.session.CellOutput.DataOutput;
import dev.patchbook.session.CellOutput.ModelOutput;
import java.util.Optional;

/** What an output names in the engine, which holds memory there until it is released. */
final class Held {
    private Held() {}

    /** The model an output is about. */
    static Optional<ModelId> model(CellOutput output) {
        Optional<ModelId> model = output instanceof ModelOutput built
                ? Optional.of(built.summary().id())
                : output instanceof TrainOutput trained ? Optional.of(trained.model()) : Optional.empty();
        return model.filter(id -> !id.equals(ModelId.NONE));
    }

    /** The data an output is about. */
    static Optional<DataId> data(CellOutput output) {
        return output instanceof DataOutput data
                ? Optional.of(data.summary().id()).filter(id -> !id.equals(DataId.NONE))
                : Optional.empty();
    }

    /** Whichever of both there is. */
    static Optional<Object> any(CellOutput output) {
        return model(output).<Object>map(id -> id).or(() -> data(output));
    }
}
