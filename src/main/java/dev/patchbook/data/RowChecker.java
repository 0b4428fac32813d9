package dev.patchbook.data;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.Picture;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.DataSettings;
import dev.patchbook.data.picture.ImageDecoder;
import dev.patchbook.data.report.RowProblem;
import dev.patchbook.data.source.RawRow;
import dev.patchbook.data.source.RowSource;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The row report: reads sources from start to end, holding one row at a time. */
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
     * @param folder what relative paths are relative to
     * @param settings which files, and how they are read
     * @param allowOutside whether paths may leave the folder
     * @param problems told of each row that cannot be used, once, in order
     * @param progress told after every row
     * @param cancel polled at every row
     * @throws UserFacingException where a source as a whole cannot be read
     */
    public static Counts check(
            Path folder,
            DataSettings settings,
            boolean allowOutside,
            Consumer<RowProblem> problems,
            ReadProgress progress,
            CancelToken cancel) {
        RowPass pass = RowPass.of(folder, settings, allowOutside);
        Counter counter = new Counter(problems);
        try (RowSource source = pass.origin().open()) {
            long rows = pass.read(source, counter, progress, cancel);
            return new Counts(rows, counter.usable);
        }
    }

    private static final class Counter implements RowPass.Sink<Picture> {
        private final Consumer<RowProblem> problems;
        private long usable;

        Counter(Consumer<RowProblem> problems) {
            this.problems = problems;
        }

        @Override
        public Picture picture(byte[] bytes) {
            return ImageDecoder.decode(bytes);
        }

        @Override
        public void usable(RawRow row, RowRules.Usable<Picture> found) {
            usable++;
        }

        @Override
        public void problem(RowProblem problem) {
            problems.accept(problem);
        }
    }
}
