package dev.patchbook.config;

import java.util.Optional;

/** Texts of the schema that have a form of their own. */
final class TextForms {
    private TextForms() {}

    static Optional<SettingException> problem(String key, String value) {
        try {
            if (key.equals(Colour.KEY)) {
                Colour.parse(value);
            } else if (key.equals(Augment.KEY)) {
                Augment.parse(value);
            } else if (key.equals(Upkeep.PINS)) {
                Upkeep.pins(value);
            } else if (key.equals(Lora.KEY)) {
                Lora.parse(value);
            } else if (key.equals(Stages.TRAIN)) {
                PartSet.parse(key, value);
            } else if (key.equals(Stages.STAGES)) {
                Stages.parse(value);
            } else if (key.equals(CompareSettings.LEFT_STEP) || key.equals(CompareSettings.RIGHT_STEP)) {
                CompareSettings.step(key, value);
            }
            return Optional.empty();
        } catch (SettingException e) {
            return Optional.of(e);
        }
    }
}
