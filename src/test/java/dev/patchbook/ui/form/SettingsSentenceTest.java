package dev.patchbook.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.config.Defaults;
import dev.patchbook.config.Group;
import dev.patchbook.config.Preset;
import dev.patchbook.config.Variant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsSentenceTest {
    private static String of(Group group, Map<String, String> written) {
        return SettingsSentence.of(group, written, Defaults.of(group, Preset.TINY, Variant.STANDARD));
    }

    @Test
    void saysWhatMatters() {
        assertThat(of(Group.DATA, Map.of("file", "a.csv"))).isEqualTo("a.csv · 16 px · split by picture, seed 1");
        assertThat(of(Group.DATA, Map.of("split", "stratified"))).contains("split within each caption, seed 1");
        assertThat(of(Group.DATA, Map.of("split", "tail"))).contains("last rows validate");
        assertThat(of(Group.MODEL, Map.of())).isEqualTo("tiny · standard · 8 px patches · 2 × 16 · 2 × 16");
        assertThat(of(Group.TRAIN, Map.of())).isEqualTo("Adam 0.001, constant · batch 4 · 20 steps · seed 1");
        assertThat(of(Group.SAMPLE, Map.of())).isEqualTo("validation 0 · greedy");
        assertThat(of(Group.SAMPLE, Map.of("temperature", "0.8", "top-k", "10", "seed", "3", "prompt", "a ")))
                .isEqualTo("validation 0 · “a ” · temperature 0.8 · top-k 10 · seed 3");
    }

    @Test
    void saysOtherSettingsWhereTheyAreWritten() {
        assertThat(of(Group.TRAIN, Map.of("dropout", "0.2"))).endsWith(" · dropout 0.2");
        assertThat(of(Group.TRAIN, Map.of("weight-decay", "0.1"))).startsWith("AdamW ");
    }

    @ParameterizedTest
    @EnumSource(Group.class)
    void everyKindHasASentence(Group group) {
        assertThat(of(group, Map.of())).isNotBlank();
    }
}
