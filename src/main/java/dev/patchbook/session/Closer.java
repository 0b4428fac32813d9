package dev.patchbook.session;

import dev.patchbook.engine.EditView;
import dev.patchbook.engine.ImageMap;
import dev.patchbook.engine.LensView;
import dev.patchbook.engine.NearestCounts;
import dev.patchbook.engine.NearestTokens;
import dev.patchbook.engine.PatchEdit;
import dev.patchbook.engine.PatchSpace;
import dev.patchbook.engine.TextLook;
import dev.patchbook.engine.TokenMaps;
import java.util.List;

/** A closer look that a person asked for beside what a cell shows. */
public sealed interface Closer {
    /** Filters of the patch projection, and the picture's patches in its space. */
    record Space(PatchSpace space) implements Closer {}

    /** What a picture's visual tokens are nearest to. */
    record Nearest(NearestTokens tokens) implements Closer {}

    /** The same counted over many pictures. */
    record Counted(NearestCounts counts) implements Closer {}

    /**
     * Patches made otherwise.
     *
     * @param view what the model wrote
     * @param edits what became of which patches
     * @param other picture that swapped patches came from
     */
    record Edited(EditView view, List<PatchEdit> edits, String other) implements Closer {
        /** Copies the list. */
        public Edited {
            edits = List.copyOf(edits);
        }
    }

    /**
     * Which patches each character of a text rests on.
     *
     * @param source where the text came from
     * @param text itself where it was given; else empty
     */
    record Characters(TokenMaps maps, TextLook.Source source, String text) implements Closer {}

    /** What each block would say. */
    record Lens(LensView view) implements Closer {}

    /** The pictures of an images cell laid out anew. */
    record Map(ImageMap map) implements Closer {}
}
