package dev.patchbook.session;

import dev.patchbook.base.CancelledException;
import dev.patchbook.base.OutsideException;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.SettingException;
import dev.patchbook.notebook.CellProblem;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(CellFailure.class);

    static CellFailure of(CellProblem problem) {
        return new CellFailure("Line " + problem.line() + ": " + problem.message(), problem.remedy(), problem.key());
    }

    /** Of anything that went wrong. */
    static CellFailure of(Throwable e) {
        if (e instanceof UserFacingException told) {
            return of(told);
        }
        if (e instanceof CancelledException || e instanceof CancellationException) {
            return new CellFailure("This was stopped.", "Ask for it again.", "");
        }
        LOG.error("a job failed", e);
        String name =
                e instanceof OutOfMemoryError ? "There is not enough memory for this" : "Patchbook made a mistake";
        return new CellFailure(
                name + ": " + e, "Run the cell again with smaller settings; the log has the details.", "");
    }

    static CellFailure of(UserFacingException e) {
        String key =
                e instanceof SettingException setting ? setting.key() : e instanceof OutsideException ? OUTSIDE : "";
        return new CellFailure(e.what(), e.remedy(), key);
    }
}
