package dev.patchbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionTextTest {
    private static final Set<String> SHAKESPEARE = Set.copyOf(Alphabet.SHAKESPEARE);

    @ParameterizedTest
    @CsvSource({"café, cafe", "cafe\u0301, cafe", "– “so”, - \"so\"", "ßtrøm, sstrom", "Ærø, AEro", "ﬁne, fine", "漢, 漢"
    })
    void whatIsNotInTheAlphabetBecomesWhatIsNearest(String text, String nearest) {
        Set<String> alphabet = new HashSet<>(SHAKESPEARE);
        alphabet.add("\"");
        assertThat(CaptionText.mapped(text, alphabet)).isEqualTo(nearest);
    }

    @Test
    void theNearestIsExact() {
        assertThat(CaptionText.mapped("Ein Bär’s café…", SHAKESPEARE)).isEqualTo("Ein Bar's cafe...");
        assertThat(CaptionText.mapped("ABC", Set.of("a", "b", "c"))).isEqualTo("abc");
        assertThat(CaptionText.mapped("1\u20AC漢", SHAKESPEARE)).isEqualTo("1\u20AC漢");
        assertThat(CaptionText.mapped("é", Set.of("é", "e"))).isEqualTo("é");
    }

    @Test
    void textsAreCutByCharacterAndNeverWithinALetter() {
        assertThat(CaptionText.cut("abcdef", 3)).isEqualTo("abc");
        assertThat(CaptionText.cut("abc", 3)).isEqualTo("abc");
        assertThat(CaptionText.cut("a\uD83D\uDE00b", 2)).isEqualTo("a\uD83D\uDE00");
        assertThat(CaptionText.cut("cafe\u0301s", 4)).isEqualTo("caf");
        assertThat(CaptionText.cut("x\uD83D\uDC69\u200D\uD83D\uDE80y", 3)).isEqualTo("x");
    }

    @Test
    void normalFormsAreThoseOfUnicode() {
        assertThat(CaptionText.normalized("e\u0301", "nfc")).isEqualTo("é");
        assertThat(CaptionText.normalized("ﬁ", "nfkc")).isEqualTo("fi");
        assertThat(CaptionText.normalized("e\u0301", "none")).isEqualTo("e\u0301");
    }
}
