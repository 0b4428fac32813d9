package dev.patchbook.text;

import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Where the characters of a {@link CharacterTokenizer} come from. A character is a Unicode code point. */
public final class Alphabet {
    /** The 65 characters of the "tiny shakespeare" text, which the articles build their tokenizer from. */
    public static final List<String> SHAKESPEARE =
            of(List.of("\n !$&',-.3:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"));

    private static final long LARGEST_FILE = 1L << 28;

    private Alphabet() {}

    /** The distinct characters of texts, in code point order. */
    public static List<String> of(Iterable<String> texts) {
        TreeSet<Integer> points = new TreeSet<>();
        for (String text : texts) {
            text.codePoints().forEach(points::add);
        }
        return points.stream().map(Character::toString).toList();
    }

    /**
     * The distinct characters of a UTF-8 text file, in code point order.
     *
     * @throws UserFacingException where the file cannot be read, is empty or is not text
     */
    public static List<String> read(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new UserFacingException(
                        file + " is too large for an alphabet.",
                        "Use a text of at most 256 MB; only its characters count.");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            List<String> characters = of(List.of(text.startsWith("\uFEFF") ? text.substring(1) : text));
            if (characters.isEmpty()) {
                throw new UserFacingException(
                        file + " is empty.", "Choose a text file that holds every character wanted.");
            }
            return characters;
        } catch (CharacterCodingException e) {
            throw new UserFacingException(
                    file + " is not UTF-8 text.", "Save the text as UTF-8, or choose another file.", e);
        } catch (IOException e) {
            throw new UserFacingException(
                    "The alphabet " + file + " cannot be read.", "Check that the file is there and can be opened.", e);
        }
    }

    /** The characters of a string, one by one, in the order they stand. */
    public static List<String> characters(String text) {
        return IntStream.of(text.codePoints().toArray())
                .mapToObj(Character::toString)
                .toList();
    }
}
