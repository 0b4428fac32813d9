package dev.patchbook.session;

import dev.patchbook.base.OutsideException;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.SettingException;
import dev.patchbook.notebook.CellProblem;

/**
 * Why a cell failed, in plain words.
 *
 * @param what what happened and where
 * @param remedy what to do
 * @param key the setting at fault; empty where it is not one setting
 */
public record CellFailure(String what, String remedy, String key) {
    /** In place of a setting's key: a path leads out of the notebook's folder, which a person may allow. */
    public static final String OUTSIDE = "outside";

    static CellFailure of(CellProblem problem) {
        return new CellFailure("Line " + problem.line() + ": " + problem.message(), problem.remedy(), problem.key());
    }

    static CellFailure of(UserFacingException e) {
        String key =
                e instanceof SettingException setting ? setting.key() : e instanceof OutsideException ? OUTSIDE : "";
        return new CellFailure(e.what(), e.remedy(), key);
    }
}
