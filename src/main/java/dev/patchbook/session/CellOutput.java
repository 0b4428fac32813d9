package dev.patchbook.session;

import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.PatchView;
import dev.patchbook.engine.TokenEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a cell shows. Immutable: a later state holds another output. */
public sealed interface CellOutput
        permits CellOutput.DataOutput,
                CellOutput.ModelOutput,
                TrainOutput,
                CellOutput.PatchesOutput,
                CellOutput.AttentionOutput,
                CellOutput.SampleOutput {
    /** Of a data cell. */
    record DataOutput(DataSummary summary) implements CellOutput {}

    /** Of a model cell. */
    record ModelOutput(ModelSummary summary) implements CellOutput {}

    /** Of a patches cell. */
    record PatchesOutput(PatchView view) implements CellOutput {}

    /** Of an attention cell. */
    record AttentionOutput(AttentionView view) implements CellOutput {}

    /**
     * Of a sample cell.
     *
     * @param tokens chosen so far
     * @param generation the caption, once it is finished
     */
    record SampleOutput(List<TokenEvent> tokens, Optional<Generation> generation) implements CellOutput {
        static final SampleOutput EMPTY = new SampleOutput(List.of(), Optional.empty());

        /** Copies the list. */
        public SampleOutput {
            tokens = List.copyOf(tokens);
        }

        SampleOutput with(List<TokenEvent> more) {
            List<TokenEvent> all = new ArrayList<>(tokens);
            all.addAll(more);
            return new SampleOutput(all, Optional.empty());
        }
    }
}
