package dev.patchbook.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {
    @ParameterizedTest
    @EnumSource
    void everyDefaultIsAValueOfTheSchemaAndEverySettingHasOne(Group group) {
        for (Preset preset : Preset.values()) {
            for (Variant variant : Variant.values()) {
                Map<String, String> defaults = Defaults.of(group, preset, variant);
                Schema.check(group, defaults);
                assertThat(defaults.keySet())
                        .containsExactlyInAnyOrderElementsOf(
                                Schema.of(group).stream().map(Setting::key).toList());
            }
        }
    }

    @Test
    void thePublishedPresetIsTheArticlesModel() {
        ModelSettings settings = ModelSettings.of(Map.of("preset", "published"));
        assertThat(settings.variant()).isEqualTo(Variant.PUBLISHED);
        assertThat(ParameterLayout.of(settings.config(96, 66, 65)).length()).isEqualTo(12_907_970);
    }

    @Test
    void everyPairOfPresetAndVariantFits() {
        for (Preset preset : Preset.values()) {
            for (Variant variant : Variant.values()) {
                Map<String, String> written = Map.of("preset", preset.id(), "variant", variant.id());
                DataSettings data = DataSettings.of(Map.of(), preset, variant);
                ModelConfig config = ModelSettings.of(written).config(data.imageSize(), 30, 29);
                assertThat(config.textCapacity()).isGreaterThanOrEqualTo(data.maxLength());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TRAIN,steps,0,from 1",
        "TRAIN,steps,many,whole number",
        "TRAIN,learning-rate,NaN,outside",
        "MODEL,variant,best,Choose",
        "DATA,colour,red,not a setting",
    })
    void whatCannotBeUsedIsSaid(Group group, String key, String value, String said) {
        assertThatThrownBy(() -> Schema.check(group, Map.of(key, value)))
                .isInstanceOfSatisfying(SettingException.class, problem -> {
                    assertThat(problem.key()).isEqualTo(key);
                    assertThat(problem.what() + " " + problem.remedy()).contains(said);
                });
    }

    @Test
    void sizesThatDoNotDivideAreNamedWithWhatWould() {
        ModelSettings settings = ModelSettings.of(Map.of("vision-width", "100", "heads", "8"));
        assertThatThrownBy(() -> settings.config(48, 30, 29))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("vision-width 100")
                .extracting(problem -> ((SettingException) problem).remedy())
                .asString()
                .contains("96")
                .contains("104");
    }

    @Test
    void aPictureIsARowOrAFile() {
        assertThat(ImageRef.of("validation 3")).isEqualTo(new ImageRef.Validation(3));
        assertThat(ImageRef.of(" Train 12")).isEqualTo(new ImageRef.Train(12));
        assertThat(ImageRef.of("pictures/train 12.png")).isEqualTo(new ImageRef.File("pictures/train 12.png"));
    }
}
