package dev.patchbook.engine;

import java.util.List;

/**
 * A picture whose patches are to be made otherwise.
 *
 * @param look model and picture
 * @param edits what becomes of which patches
 * @param other picture that swapped patches come from, named as the look's is
 */
public record EditLook(LookRequest look, List<PatchEdit> edits, String other) {
    /** Copies the list. */
    public EditLook {
        edits = List.copyOf(edits);
    }
}
