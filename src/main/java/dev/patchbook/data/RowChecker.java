package dev.patchbook.data;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.UserFacingException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The row report: reads a file from start to end, holding one row at a time. */
public final class RowChecker {
    private RowChecker() {}

    /**
     * What was found.
     *
     * @param rows rows in the file
     * @param usable rows that can be used
     */
    public record Counts(long rows, long usable) {}

    /**
     * Checks every row.
     *
     * @param file a CSV
     * @param maxLength longest caption that can be used, characters
     * @param problems told of each row that cannot be used, once, in order
     * @param cancel polled at every row
     * @throws UserFacingException where the file as a whole cannot be read
     */
    public static Counts check(Path file, int maxLength, Consumer<RowProblem> problems, CancelToken cancel) {
        RowRules rules = new RowRules(maxLength, Set.of(), true);
        long rows = 0;
        long usable = 0;
        try (CaptionCsv csv = CaptionCsv.open(file)) {
            for (Optional<CaptionCsv.Row> row = csv.next(); row.isPresent(); row = csv.next()) {
                cancel.throwIfCancelled();
                rows++;
                try {
                    rules.read(row.get());
                    usable++;
                } catch (RowException e) {
                    problems.accept(e.at(row.get().row(), row.get().line()));
                }
            }
        }
        return new Counts(rows, usable);
    }
}
