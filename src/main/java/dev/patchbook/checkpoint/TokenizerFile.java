package dev.patchbook.checkpoint;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code tokenizer.json} holds. The ids are the characters in code point order, then begin and end if used, pad last.
 *
 * @param alphabet the characters, one code point each, in code point order
 * @param begin id of the begin token, or null
 * @param end id of the end token, or null
 * @param pad id of the padding token, the last
 */
public record TokenizerFile(
        List<String> alphabet,
        @Nullable Integer begin,
        @Nullable Integer end,
        int pad) {
    static final String FORMAT = "patchbook-characters";
    static final int VERSION = 1;

    /** Checks the order of the ids. */
    public TokenizerFile {
        alphabet = List.copyOf(alphabet);
        String problem = problem(alphabet, begin, end, pad);
        if (!problem.isEmpty()) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** Number of token ids, special tokens included. */
    public int vocabulary() {
        return pad + 1;
    }

    String json() {
        return JsonText.of(JsonText.map(
                "format", FORMAT, "version", VERSION, "alphabet", alphabet, "begin", begin, "end", end, "pad", pad));
    }

    static TokenizerFile read(Path file) {
        JsonObject in = JsonObject.read(file);
        if (!in.text("format").equals(FORMAT)) {
            throw in.problem("format", "is not " + FORMAT);
        }
        if (in.whole("version", 1, Integer.MAX_VALUE) != VERSION) {
            throw in.problem("version", "is newer than this Patchbook reads");
        }
        List<String> alphabet = in.texts("alphabet");
        int most = Character.MAX_CODE_POINT + 4;
        Integer begin = in.countOrNull("begin", most);
        Integer end = in.countOrNull("end", most);
        int pad = in.count("pad", most);
        in.done();
        String problem = problem(alphabet, begin, end, pad);
        if (!problem.isEmpty()) {
            throw JsonObject.broken(file, problem, null);
        }
        return new TokenizerFile(alphabet, begin, end, pad);
    }

    private static String problem(List<String> alphabet, @Nullable Integer begin, @Nullable Integer end, int pad) {
        int previous = -1;
        for (String character : alphabet) {
            if (character.isEmpty() || character.codePointCount(0, character.length()) != 1) {
                return "its alphabet holds “" + character + "”, which is not one character";
            }
            if (character.codePointAt(0) <= previous) {
                return "its alphabet is not in code point order at “" + character + "”";
            }
            previous = character.codePointAt(0);
        }
        int next = alphabet.size();
        if (begin != null && begin != next++) {
            return "its begin token does not come right after the characters";
        }
        if (end != null && end != next++) {
            return "its end token does not come right after the characters and begin";
        }
        return pad == next ? "" : "its pad token is not the last";
    }
}
