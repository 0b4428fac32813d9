package dev.patchbook.config;

import java.util.Locale;

/** Colours as people write them. */
final class Colour {
    static final String KEY = "background";

    private Colour() {}

    /** A colour as 0xRRGGBB. */
    static int parse(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        if (name.matches("#[0-9a-f]{6}")) {
            return Integer.parseInt(name.substring(1), 16);
        }
        return switch (name) {
            case "white", "" -> 0xFFFFFF;
            case "black" -> 0x000000;
            case "grey", "gray" -> 0x808080;
            default ->
                throw new SettingException(
                        KEY,
                        KEY + " is “" + text + "”, which is not a colour.",
                        "Write white, black, grey, or red, green and blue as in #ffcc00.");
        };
    }
}
