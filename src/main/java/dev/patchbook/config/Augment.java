package dev.patchbook.config;

import java.util.Locale;

/**
 * How training pictures are changed, a little differently at each step.
 *
 * @param flip whether half of them are mirrored
 * @param crop largest share cut off at each side, 0 to 0.45
 * @param rotate largest turn to either side, degrees
 * @param colour largest change of brightness, contrast and colour strength, as a share
 */
public record Augment(boolean flip, double crop, double rotate, double colour) {
    /** Pictures stay as they are. */
    public static final Augment NONE = new Augment(false, 0, 0, 0);

    static final String KEY = "augment";

    /** Whether pictures stay as they are. */
    public boolean none() {
        return equals(NONE);
    }

    /**
     * Reads {@code flip, crop 0.1, rotate 5, colour 0.1}, any of them, or {@code none}.
     *
     * @throws SettingException where it cannot be understood
     */
    public static Augment parse(String text) {
        Augment augment = NONE;
        for (String part : text.split(",")) {
            String[] words = part.strip().toLowerCase(Locale.ROOT).split("\\s+");
            String amount = words.length > 1 ? words[1] : "";
            if (words.length > 2) {
                throw bad(text, "“" + part.strip() + "” is a name and more than one number");
            }
            augment = switch (words[0]) {
                case "", "none" -> augment;
                case "flip" -> {
                    if (!amount.isEmpty()) {
                        throw bad(text, "flip takes no number: half of the pictures are mirrored");
                    }
                    yield new Augment(true, augment.crop, augment.rotate, augment.colour);
                }
                case "crop" ->
                    new Augment(augment.flip, number(text, amount, 0.1, 0.45), augment.rotate, augment.colour);
                case "rotate" -> new Augment(augment.flip, augment.crop, number(text, amount, 5, 180), augment.colour);
                case "colour", "color" ->
                    new Augment(augment.flip, augment.crop, augment.rotate, number(text, amount, 0.1, 0.9));
                default -> throw bad(text, "there is no “" + words[0] + "”");
            };
        }
        return augment;
    }

    private static double number(String text, String amount, double usual, double most) {
        try {
            double number = amount.isEmpty() ? usual : Double.parseDouble(amount);
            if (number >= 0 && number <= most) {
                return number;
            }
            throw bad(text, amount + " is not from 0 to " + most);
        } catch (NumberFormatException e) {
            throw bad(text, "“" + amount + "” is not a number");
        }
    }

    private static SettingException bad(String text, String why) {
        return new SettingException(
                KEY,
                KEY + " is “" + text + "”: " + why + ".",
                "Write none, or any of flip, crop 0.1, rotate 5, colour 0.1 with commas between them.");
    }
}
