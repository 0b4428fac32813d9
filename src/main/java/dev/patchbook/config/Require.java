package dev.patchbook.config;

/** Checks of sizes, worded for people. */
final class Require {
    private Require() {}

    static void positive(String key, long value) {
        if (value < 1) {
            throw new SettingException(key, key + " is " + value + ".", "Set " + key + " to 1 or more.");
        }
    }

    static void multiple(String key, int value, String unitKey, int unit) {
        if (value % unit != 0) {
            int below = Math.max(unit, value / unit * unit);
            throw new SettingException(
                    key,
                    key + " " + value + " is not a multiple of " + unitKey + " " + unit + ".",
                    "Set " + key + " to " + below + " or " + (below + unit) + ", or change " + unitKey + ".");
        }
    }
}
