package dev.patchbook.engine;

/**
 * A patch of a picture made otherwise.
 *
 * @param patch which, row by row from 0
 * @param kind what becomes of it
 * @param colour of paint, 0xRRGGBB
 */
public record PatchEdit(int patch, Kind kind, int colour) {
    /** What becomes of a patch. */
    public enum Kind {
        /** The picture's mean colour. */
        COVER,
        /** Its pixels' means over their neighbours. */
        BLUR,
        /** One colour. */
        PAINT,
        /** What the other picture has there. */
        SWAP
    }
}
