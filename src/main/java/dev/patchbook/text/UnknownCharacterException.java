package dev.patchbook.text;

import dev.patchbook.base.UserFacingException;
import java.util.Locale;

/** A character that is not in the alphabet. */
public final class UnknownCharacterException extends UserFacingException {
    private static final long serialVersionUID = 1;
    private final int codePoint;
    private final int position;

    /**
     * Creates the exception.
     *
     * @param codePoint the character
     * @param position where in the text, in characters from 1
     */
    public UnknownCharacterException(int codePoint, int position) {
        super(
                "The character " + name(codePoint) + " at position " + position + " is not in the alphabet.",
                "Leave the character out, or use an alphabet that has it.");
        this.codePoint = codePoint;
        this.position = position;
    }

    /** The character, as it is if it can be shown, else by its number. */
    public String character() {
        return name(codePoint);
    }

    /** Where in the text, in characters from 1. */
    public int position() {
        return position;
    }

    private static String name(int codePoint) {
        String number = String.format(Locale.ROOT, "U+%04X", codePoint);
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE -> number;
            default -> "“" + Character.toString(codePoint) + "” (" + number + ")";
        };
    }
}
