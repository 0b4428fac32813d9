package dev.patchbook.text;

import java.util.List;
import java.util.OptionalInt;

/** Turns text into token ids and back. Ids run from 0 to {@link #vocabulary()} - 1; the padding token is the last. */
public interface Tokenizer {
    /**
     * The ids of a text, without special tokens.
     *
     * @throws UnknownCharacterException for a character the tokenizer does not know
     */
    int[] encode(String text);

    /**
     * The text of ids; special tokens are left out.
     *
     * @throws IllegalArgumentException for an id outside the vocabulary
     */
    String decode(int... ids);

    /** Number of token ids, special tokens included. */
    int vocabulary();

    /** Id of the padding token. */
    int pad();

    /** Id of the token a caption begins with, where one is used. */
    OptionalInt begin();

    /** Id of the token a caption ends with, where one is used. */
    OptionalInt end();

    /**
     * A token for display: its text, or a special token's name in angle brackets.
     *
     * @throws IllegalArgumentException for an id outside the vocabulary
     */
    String text(int id);

    /** The texts of the ordinary tokens, by id. */
    List<String> alphabet();
}
