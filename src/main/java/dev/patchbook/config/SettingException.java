package dev.patchbook.config;

import dev.patchbook.base.UserFacingException;

/** A setting that cannot be used; carries its key so that a cell can point at the line. */
public final class SettingException extends UserFacingException {
    private static final long serialVersionUID = 1;
    private final String key;

    /**
     * Creates the exception.
     *
     * @param key the setting, in kebab case
     * @param message what is wrong
     * @param remedy what to set instead
     */
    public SettingException(String key, String message, String remedy) {
        super(message, remedy);
        this.key = key;
    }

    /** The setting's key. */
    public String key() {
        return key;
    }
}
