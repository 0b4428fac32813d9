package dev.patchbook.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of captions: letters and digits, in lower case. */
public final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}\\p{M}]+)*");

    /** Sides, of which mirrored pictures make the other; in the languages captions are most often written in. */
    private static final Set<String> SIDES =
            Set.of(("left right leftmost rightmost lefthand righthand leftward leftwards rightward rightwards clockwise"
                            + " counterclockwise anticlockwise links linke linken linker linkes linkem rechts rechte"
                            + " rechten rechter rechtes rechtem gauche droite izquierda izquierdo derecha derecho"
                            + " sinistra sinistro destra destro esquerda esquerdo direita direito")
                    .split(" "));

    private Words() {}

    /** The words of a text, in order. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    /** Whether a word names a side. */
    static boolean isSide(String word) {
        return SIDES.contains(word);
    }
}
