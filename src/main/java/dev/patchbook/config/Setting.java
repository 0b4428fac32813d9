package dev.patchbook.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One setting of the schema: what a form shows and what a value must satisfy.
 *
 * @param key kebab-case name
 * @param kind what a value looks like
 * @param label for a form
 * @param help one sentence, what it does and in what unit
 * @param choices the allowed words, for {@link Kind#CHOICE}; suggestions for {@link Kind#TEXT}
 * @param min smallest number allowed
 * @param max largest number allowed
 */
public record Setting(String key, Kind kind, String label, String help, List<String> choices, double min, double max) {
    /** What a value looks like. */
    public enum Kind {
        WHOLE,
        DECIMAL,
        CHOICE,
        TEXT,
        FILE,
        IMAGE
    }

    static Setting whole(String key, String label, String help, long min, long max) {
        return new Setting(key, Kind.WHOLE, label, help, List.of(), min, max);
    }

    static Setting decimal(String key, String label, String help, double min, double max) {
        return new Setting(key, Kind.DECIMAL, label, help, List.of(), min, max);
    }

    static Setting choice(String key, String label, String help, String... choices) {
        return new Setting(key, Kind.CHOICE, label, help, List.of(choices), 0, 0);
    }

    static Setting text(String key, String label, String help, String... suggestions) {
        return new Setting(key, Kind.TEXT, label, help, List.of(suggestions), 0, 0);
    }

    static Setting of(Kind kind, String key, String label, String help) {
        return new Setting(key, kind, label, help, List.of(), 0, 0);
    }

    /** What is wrong with a value, if anything. */
    public Optional<SettingException> problem(String value) {
        return switch (kind) {
            case WHOLE, DECIMAL -> numberProblem(value.strip());
            case CHOICE -> choices.contains(value) ? Optional.empty() : Optional.of(choiceProblem(value));
            case TEXT -> TextForms.problem(key, value);
            case FILE, IMAGE -> Optional.empty();
        };
    }

    private Optional<SettingException> numberProblem(String value) {
        double number;
        try {
            number = kind == Kind.WHOLE ? Long.parseLong(value) : Double.parseDouble(value);
        } catch (NumberFormatException e) {
            String wanted = kind == Kind.WHOLE ? "a whole number" : "a number";
            return Optional.of(new SettingException(
                    key,
                    key + " is “" + value + "”, which is not " + wanted + ".",
                    "Write " + wanted + " " + range() + "."));
        }
        if (number >= min && number <= max) {
            return Optional.empty();
        }
        return Optional.of(new SettingException(
                key, key + " is " + value + ", outside of what is possible.", "Choose a value " + range() + "."));
    }

    private SettingException choiceProblem(String value) {
        return new SettingException(
                key,
                key + " is “" + value + "”, which is not one of its choices.",
                "Choose " + String.join(", ", choices) + ".");
    }

    private String range() {
        return "from " + plain(min) + " to " + plain(max);
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.format(Locale.ROOT, "%,d", (long) number)
                : Double.toString(number);
    }
}
