package dev.patchbook.text;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * One token a character (code point). Ids are the characters in code point order, then begin and end where they are used,
 * and pad last.
 */
public final class CharacterTokenizer implements Tokenizer {
    private final List<String> alphabet;
    private final int[] points; // sorted; an id is its index
    private final boolean marks;

    private CharacterTokenizer(List<String> alphabet, int[] points, boolean marks) {
        this.alphabet = alphabet;
        this.points = points;
        this.marks = marks;
    }

    /**
     * A tokenizer for the given characters.
     *
     * @param alphabet single characters, in any order, without repeats
     * @param beginAndEnd whether captions are wrapped in a begin and an end token
     * @throws IllegalArgumentException where an entry is not one character, or stands twice
     */
    public static CharacterTokenizer of(List<String> alphabet, boolean beginAndEnd) {
        int[] points = new int[alphabet.size()];
        for (int i = 0; i < points.length; i++) {
            String character = alphabet.get(i);
            if (character.isEmpty() || character.codePointCount(0, character.length()) != 1) {
                throw new IllegalArgumentException("entry " + i + " of the alphabet is not one character");
            }
            points[i] = character.codePointAt(0);
        }
        Arrays.sort(points);
        for (int i = 1; i < points.length; i++) {
            if (points[i] == points[i - 1]) {
                throw new IllegalArgumentException(
                        "U+" + Integer.toHexString(points[i]) + " stands twice in the alphabet");
            }
        }
        return new CharacterTokenizer(
                Arrays.stream(points).mapToObj(Character::toString).toList(), points, beginAndEnd);
    }

    @Override
    public int[] encode(String text) {
        int[] ids = text.codePoints().toArray();
        for (int i = 0; i < ids.length; i++) {
            int id = Arrays.binarySearch(points, ids[i]);
            if (id < 0) {
                throw new UnknownCharacterException(ids[i], i + 1);
            }
            ids[i] = id;
        }
        return ids;
    }

    @Override
    public String decode(int... ids) {
        StringBuilder text = new StringBuilder(ids.length);
        for (int id : ids) {
            if (checked(id) < points.length) {
                text.appendCodePoint(points[id]);
            }
        }
        return text.toString();
    }

    @Override
    public int vocabulary() {
        return pad() + 1;
    }

    @Override
    public int pad() {
        return points.length + (marks ? 2 : 0);
    }

    @Override
    public OptionalInt begin() {
        return marks ? OptionalInt.of(points.length) : OptionalInt.empty();
    }

    @Override
    public OptionalInt end() {
        return marks ? OptionalInt.of(points.length + 1) : OptionalInt.empty();
    }

    @Override
    public String text(int id) {
        int special = checked(id) - points.length;
        if (special < 0) {
            return alphabet.get(id);
        }
        return id == pad() ? "<pad>" : special == 0 ? "<begin>" : "<end>";
    }

    @Override
    public List<String> alphabet() {
        return alphabet;
    }

    private int checked(int id) {
        if (id < 0 || id >= vocabulary()) {
            throw new IllegalArgumentException("token id " + id + " is not in 0.." + pad());
        }
        return id;
    }
}
