package dev.patchbook.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.config.Defaults;
import dev.patchbook.config.Group;
import dev.patchbook.config.Preset;
import dev.patchbook.config.SettingException;
import dev.patchbook.config.Variant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormViewModelTest {
    private static FormViewModel model(Map<String, String> written) {
        return new FormViewModel(
                Group.MODEL,
                written,
                now -> {
                    Preset preset = now.getOrDefault("preset", "laptop").equals("tiny") ? Preset.TINY : Preset.LAPTOP;
                    return Defaults.of(Group.MODEL, preset, Variant.STANDARD);
                },
                List.of());
    }

    private static FieldViewModel field(FormViewModel form, String key) {
        return form.field(key).orElseThrow();
    }

    @Test
    void defaultsAreShownAndNotWritten() {
        FormViewModel form = model(Map.of());
        assertThat(form.written()).isEmpty();
        assertThat(field(form, "heads").effective()).isEqualTo("4");
        assertThat(field(form, "heads").changedProperty().get()).isFalse();
    }

    @Test
    void whatIsWrittenStaysWrittenEvenWhereItIsTheDefault() {
        FormViewModel form = model(Map.of("heads", "4"));
        assertThat(form.written()).containsExactly(Map.entry("heads", "4"));
        assertThat(field(form, "heads").changedProperty().get()).isFalse();
    }

    @Test
    void anotherPresetChangesTheDefaultsBesideIt() {
        FormViewModel form = model(Map.of());
        field(form, "preset").choose("tiny");
        assertThat(field(form, "vision-width").standardProperty().get()).isEqualTo("16");
        assertThat(form.written()).containsExactly(Map.entry("preset", "tiny"));
        field(form, "preset").choose("laptop");
        assertThat(field(form, "vision-width").standardProperty().get()).isEqualTo("96");
        assertThat(form.written()).isEmpty();
    }

    @Test
    void whatCannotBeUsedIsSaidAtItsFieldAndKeepsTheFormFromBeingApplied() {
        FormViewModel form = model(Map.of());
        field(form, "heads").textProperty().set("many");
        assertThat(field(form, "heads").problemProperty().get()).contains("a whole number from 1 to 128");
        assertThat(form.validProperty().get()).isFalse();
        field(form, "heads").textProperty().set(" 8 ");
        assertThat(form.validProperty().get()).isTrue();
        assertThat(form.written()).containsExactly(Map.entry("heads", "8"));
    }

    @Test
    void aRefusalStandsAtItsFieldUntilSomethingChanges() {
        FormViewModel form = model(Map.of());
        form.refuse(new SettingException("heads", "Too many.", "Set fewer."));
        assertThat(field(form, "heads").problemProperty().get()).isEqualTo("Too many. Set fewer.");
        assertThat(form.validProperty().get()).isFalse();
        field(form, "heads").textProperty().set("2");
        assertThat(form.validProperty().get()).isTrue();
    }

    @Test
    void resettingLeavesNothingWritten() {
        FormViewModel form = model(Map.of("heads", "2", "preset", "tiny"));
        assertThat(field(form, "heads").changedProperty().get()).isFalse();
        form.reset();
        assertThat(form.written()).isEmpty();
    }

    @Test
    void aPromptOfABlankIsAPrompt() {
        FormViewModel form = new FormViewModel(
                Group.SAMPLE, Map.of(), now -> Defaults.of(Group.SAMPLE, Preset.LAPTOP, Variant.STANDARD), List.of());
        field(form, "prompt").textProperty().set(" ");
        assertThat(form.written()).containsEntry("prompt", " ");
    }

    @Test
    void picturesAreStepped() {
        assertThat(PictureStep.move("validation 3", 1)).isEqualTo("validation 4");
        assertThat(PictureStep.move("train 0", -1)).isEqualTo("train 0");
        assertThat(PictureStep.move("cat.png", 1)).isEqualTo("cat.png");
    }
}
