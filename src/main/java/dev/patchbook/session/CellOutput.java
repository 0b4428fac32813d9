package dev.patchbook.session;

import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.CaptionTable;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.ImageMap;
import dev.patchbook.engine.LensView;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.NearestCounts;
import dev.patchbook.engine.NearestTokens;
import dev.patchbook.engine.PatchSpace;
import dev.patchbook.engine.PatchView;
import dev.patchbook.engine.SampleTable;
import dev.patchbook.engine.SideView;
import dev.patchbook.engine.TokenEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a cell shows. Immutable: a later state holds another output. */
public sealed interface CellOutput
        permits CellOutput.DataOutput,
                CellOutput.ModelOutput,
                TrainOutput,
                CellOutput.Looked,
                CellOutput.CompareOutput,
                CellOutput.SampleOutput {
    /** Of a data cell. */
    record DataOutput(DataSummary summary) implements CellOutput {}

    /** Of a model cell. */
    record ModelOutput(ModelSummary summary) implements CellOutput {}

    /** Of a cell that looks: closer looks are kept with it. */
    sealed interface Looked extends CellOutput permits PatchesOutput, AttentionOutput, ImagesOutput {
        /** What was seen: closer looks asked for beside another are not kept with this. */
        Object seen();

        /** With a closer look, in the place of an earlier one of its kind; the same where it has no place for it. */
        Looked with(Closer closer);
    }

    /**
     * Of a patches cell.
     *
     * @param space the projection, where it was asked for
     * @param nearest the nearest characters, where they were asked for
     * @param counts the same over many pictures, where they were asked for
     * @param edited patches made otherwise, where some were
     */
    record PatchesOutput(
            PatchView view,
            Optional<PatchSpace> space,
            Optional<NearestTokens> nearest,
            Optional<NearestCounts> counts,
            Optional<Closer.Edited> edited)
            implements Looked {
        /** Patches without anything more. */
        public PatchesOutput(PatchView view) {
            this(view, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        @Override
        public Object seen() {
            return view;
        }

        @Override
        public PatchesOutput with(Closer closer) {
            if (closer instanceof Closer.Space made) {
                return new PatchesOutput(view, Optional.of(made.space()), nearest, counts, edited);
            } else if (closer instanceof Closer.Nearest made) {
                return new PatchesOutput(view, space, Optional.of(made.tokens()), counts, edited);
            } else if (closer instanceof Closer.Counted made) {
                return new PatchesOutput(view, space, nearest, Optional.of(made.counts()), edited);
            }
            return closer instanceof Closer.Edited made
                    ? new PatchesOutput(view, space, nearest, counts, Optional.of(made))
                    : this;
        }
    }

    /**
     * Of an attention cell.
     *
     * @param characters which patches each character rests on, where it was asked for
     * @param lens what each block would say, where it was asked for
     */
    record AttentionOutput(AttentionView view, Optional<Closer.Characters> characters, Optional<LensView> lens)
            implements Looked {
        /** Attention without anything more. */
        public AttentionOutput(AttentionView view) {
            this(view, Optional.empty(), Optional.empty());
        }

        @Override
        public Object seen() {
            return view;
        }

        @Override
        public AttentionOutput with(Closer closer) {
            if (closer instanceof Closer.Characters made) {
                return new AttentionOutput(view, Optional.of(made), lens);
            }
            return closer instanceof Closer.Lens made
                    ? new AttentionOutput(view, characters, Optional.of(made.view()))
                    : this;
        }
    }

    /** Of an images cell. */
    record ImagesOutput(ImageMap map) implements Looked {
        @Override
        public Object seen() {
            return map;
        }

        @Override
        public ImagesOutput with(Closer closer) {
            return closer instanceof Closer.Map made ? new ImagesOutput(made.map()) : this;
        }
    }

    /** Of a compare cell. */
    record CompareOutput(Side left, Side right) implements CellOutput {
        /**
         * One side.
         *
         * @param cell what it looks at, as it was called
         * @param run number of the run; 0 for a model that was not trained
         * @param image the picture, as a setting names it
         * @param view what it sees and says
         */
        public record Side(String cell, int run, String image, SideView view) {
            /** What it is, but for the picture: which cell, run and step. */
            public String name() {
                return cell + (run > 0 ? ", run " + run : "") + ", "
                        + (view.step() == 0 ? "starting weights" : "step " + view.step());
            }
        }
    }

    /**
     * Of a sample cell.
     *
     * @param tokens chosen so far
     * @param generation the caption, once it is finished
     * @param branches texts that part from it, as a person chose
     * @param samples several captions of the picture
     * @param captions those of a part of the data
     */
    record SampleOutput(
            List<TokenEvent> tokens,
            Optional<Generation> generation,
            List<Branch> branches,
            Optional<SampleTable> samples,
            Optional<CaptionTable> captions)
            implements CellOutput {
        static final SampleOutput EMPTY = new SampleOutput(List.of(), Optional.empty());

        /** Copies the lists and checks that the branches part from the caption. */
        public SampleOutput {
            tokens = List.copyOf(tokens);
            branches = List.copyOf(branches);
            if (!branches.isEmpty()) {
                TextTree.of(generation.orElseThrow(), branches);
            }
        }

        /** A caption without anything more. */
        public SampleOutput(List<TokenEvent> tokens, Optional<Generation> generation) {
            this(tokens, generation, List.of(), Optional.empty(), Optional.empty());
        }

        /** Something a person had made of a caption. */
        public sealed interface More {}

        /** The texts that part from it, all of them. */
        public record Branches(List<Branch> branches) implements More {}

        /** Several captions of the same picture. */
        public record Samples(SampleTable table) implements More {}

        /** Captions of a part of the data. */
        public record Captions(CaptionTable table) implements More {}

        SampleOutput with(More more) {
            if (more instanceof Branches grown) {
                return new SampleOutput(tokens, generation, grown.branches(), samples, captions);
            }
            return more instanceof Samples many
                    ? new SampleOutput(tokens, generation, branches, Optional.of(many.table()), captions)
                    : new SampleOutput(tokens, generation, branches, samples, Optional.of(((Captions) more).table()));
        }

        SampleOutput with(List<TokenEvent> more) {
            List<TokenEvent> all = new ArrayList<>(tokens);
            all.addAll(more);
            return new SampleOutput(all, Optional.empty());
        }

        /** With what was made of an earlier caption, where this one is the same by the same model. */
        SampleOutput keeping(SampleOutput before) {
            boolean same = generation.isPresent()
                    && before.generation.isPresent()
                    && generation
                            .get()
                            .settings()
                            .equals(before.generation.get().settings())
                    && TextTree.of(before.generation.get(), List.of()).isOf(generation.get());
            return same ? new SampleOutput(tokens, generation, before.branches, before.samples, before.captions) : this;
        }
    }
}
