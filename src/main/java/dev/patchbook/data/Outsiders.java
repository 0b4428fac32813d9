package dev.patchbook.data;

import dev.patchbook.data.Statistics.Outside;
import dev.patchbook.text.CaptionText;
import java.util.Set;

/** The characters of captions that are not in the alphabet, counted as they stand in the source, by what becomes of them. */
final class Outsiders {
    private static final int MOST = 65_536;

    private final Counts unknown = new Counts(MOST);
    private final Counts mapped = new Counts(MOST);
    private final Counts added = new Counts(MOST);

    /**
     * Takes a caption.
     *
     * @param caption as it stands
     * @param alphabet the characters allowed
     * @param becomes the setting {@code unknown}
     */
    void meet(String caption, Set<String> alphabet, String becomes) {
        caption.codePoints().mapToObj(Character::toString).forEach(character -> {
            if (!alphabet.contains(character)) {
                of(character, alphabet, becomes).add(character);
            }
        });
    }

    private Counts of(String character, Set<String> alphabet, String becomes) {
        if (becomes.equals("add")) {
            return added;
        }
        boolean near = becomes.equals("map")
                && !CaptionText.mapped(character, alphabet).equals(character);
        return near ? mapped : unknown;
    }

    Outside counted() {
        return new Outside(unknown.top(), mapped.top(), added.top());
    }
}
