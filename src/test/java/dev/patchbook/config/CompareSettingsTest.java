package dev.patchbook.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareSettingsTest {
    @Test
    void nothingWrittenComparesTheFirstWithTheNewest() {
        CompareSettings settings = CompareSettings.of(Map.of());
        assertThat(settings.left()).isEqualTo(new CompareSettings.Side("validation 0", 0, CompareSettings.AUTO));
        assertThat(settings.right()).isEqualTo(settings.left());
        assertThat(settings.view() + settings.method() + settings.residual()).isEqualTo("attentionheadtrue");
    }

    @Test
    void eachSideHasItsOwn() {
        CompareSettings settings = CompareSettings.of(Map.of(
                "image",
                "train 2",
                "right-image",
                "cat.png",
                "left-run",
                "3",
                "left-step",
                "first",
                "right-step",
                "500"));
        assertThat(settings.left()).isEqualTo(new CompareSettings.Side("train 2", 3, CompareSettings.FIRST));
        assertThat(settings.right()).isEqualTo(new CompareSettings.Side("cat.png", 0, 500));
        assertThat(CompareSettings.of(Map.of("left-step", "now")).left().step()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "left-step,last,first",
        "right-step,-5,first",
        "left-run,-1,from 0",
        "right-run,one,whole number",
        "view,lens,attention",
        "method,median,rollout",
        "residual,maybe,yes",
        "step,3,left-step",
    })
    void whatCannotBeUsedNamesItsSetting(String key, String value, String said) {
        assertThatThrownBy(() -> CompareSettings.of(Map.of(key, value)))
                .isInstanceOfSatisfying(SettingException.class, problem -> {
                    assertThat(problem.key()).isEqualTo(key);
                    assertThat(problem.what() + " " + problem.remedy()).contains(said);
                });
    }
}
