package dev.patchbook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CharacterTokenizerTest {
    private static final String CLEF = "\uD834\uDD1E"; // one character, two Java chars

    @Test
    void idsAreCharactersInCodePointOrderThenSpecialsAndPadLast() {
        Tokenizer tokenizer = CharacterTokenizer.of(List.of("b", CLEF, " ", "a"), true);

        assertThat(tokenizer.alphabet()).containsExactly(" ", "a", "b", CLEF);
        assertThat(tokenizer.encode("ab " + CLEF)).containsExactly(1, 2, 0, 3);
        assertThat(tokenizer.begin()).hasValue(4);
        assertThat(tokenizer.end()).hasValue(5);
        assertThat(tokenizer.pad()).isEqualTo(6);
        assertThat(tokenizer.vocabulary()).isEqualTo(7);
        assertThat(List.of(tokenizer.text(2), tokenizer.text(4), tokenizer.text(5), tokenizer.text(6)))
                .containsExactly("b", "<begin>", "<end>", "<pad>");
    }

    @Test
    void withoutBeginAndEndOnlyPadIsAdded() {
        Tokenizer tokenizer = CharacterTokenizer.of(Alphabet.SHAKESPEARE, false);

        assertThat(tokenizer.vocabulary()).isEqualTo(66);
        assertThat(tokenizer.pad()).isEqualTo(65);
        assertThat(tokenizer.begin()).isEmpty();
        assertThat(tokenizer.end()).isEmpty();
        // newline 0, space 1, !$&',-.3:;? 2 to 12, A 13, a 39
        assertThat(tokenizer.encode("\n !3?AZaz")).containsExactly(0, 1, 2, 9, 12, 13, 38, 39, 64);
    }

    @Test
    void decodingLeavesSpecialTokensOut() {
        Tokenizer tokenizer = CharacterTokenizer.of(List.of("a", CLEF), true);

        assertThat(tokenizer.decode(2, 0, 1, 3, 4, 4)).isEqualTo("a" + CLEF);
        assertThatThrownBy(() -> tokenizer.decode(5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tokenizer.text(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnknownCharacterIsNamedWithItsPlace() {
        Tokenizer tokenizer = CharacterTokenizer.of(List.of("a", CLEF), false);

        assertThatThrownBy(() -> tokenizer.encode("a" + CLEF + "é"))
                .isInstanceOfSatisfying(UnknownCharacterException.class, e -> {
                    assertThat(e.character()).isEqualTo("“é” (U+00E9)");
                    assertThat(e.position()).isEqualTo(3);
                    assertThat(e.what()).contains("“é” (U+00E9)").contains("position 3");
                });
        assertThatThrownBy(() -> tokenizer.encode("\u200B")).hasMessageContaining("U+200B");
    }

    @Test
    void anAlphabetOfAnythingButSingleCharactersIsRefused() {
        assertThatThrownBy(() -> CharacterTokenizer.of(List.of("ab"), false)).hasMessageContaining("entry 0");
        assertThatThrownBy(() -> CharacterTokenizer.of(List.of("a", "a"), false))
                .hasMessageContaining("twice");
    }

    @Test
    void anAlphabetComesFromTextsOrAFile(@TempDir Path folder) throws IOException {
        assertThat(Alphabet.of(List.of("ba", "ca" + CLEF))).containsExactly("a", "b", "c", CLEF);

        Path file = Files.writeString(folder.resolve("text.txt"), "\uFEFFzé\nz");
        assertThat(Alphabet.read(file)).containsExactly("\n", "z", "é");
    }

    @Test
    void aFileThatIsNoAlphabetIsExplained(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.txt"));
        Path bytes = Files.write(folder.resolve("bytes.txt"), new byte[] {(byte) 0xC3, 0x28});

        assertThatThrownBy(() -> Alphabet.read(empty))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> Alphabet.read(bytes))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> Alphabet.read(folder.resolve("none.txt")))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("none.txt");
    }
}
