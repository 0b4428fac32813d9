package dev.patchbook.data;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.DataSettings;
import dev.patchbook.data.report.ProblemCode;
import dev.patchbook.data.report.RowException;
import dev.patchbook.data.report.RowProblem;
import dev.patchbook.data.source.DataSource;
import dev.patchbook.data.source.Origin;
import dev.patchbook.data.source.RawRow;
import dev.patchbook.data.source.RowSource;
import dev.patchbook.data.source.Sources;
import dev.patchbook.text.Alphabet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One pass over all rows of a data setting, holding one at a time.
 *
 * @param origin where the rows come from
 * @param alphabet the characters allowed; empty: any
 * @param rules what a row must satisfy
 */
record RowPass(Origin origin, List<String> alphabet, RowRules rules) {
    /**
     * Told of each row, in order.
     *
     * @param <P> what is made of pictures
     */
    interface Sink<P> {
        /** What is made of the bytes of a picture's file. */
        P picture(byte[] bytes);

        /** A row that can be used. */
        void usable(RawRow row, RowRules.Usable<P> usable);

        /** A row that cannot. */
        void problem(RowProblem problem);
    }

    /**
     * A pass over what settings name.
     *
     * @throws UserFacingException where a file is not there or lies outside
     */
    static RowPass of(Path folder, DataSettings settings, boolean allowOutside) {
        Origin origin = Origin.of(folder, settings, allowOutside);
        List<String> alphabet = switch (settings.alphabet()) {
            case "data" -> List.of();
            case "shakespeare" -> Alphabet.SHAKESPEARE;
            default -> Alphabet.read(DataSource.resolve(folder, settings.alphabet(), allowOutside));
        };
        return new RowPass(origin, alphabet, new RowRules(settings, alphabet));
    }

    /**
     * Reads on to the end.
     *
     * @return rows read
     * @throws UserFacingException where the source cannot be read any further
     */
    <P> long read(RowSource source, Sink<P> sink, ReadProgress progress, CancelToken cancel) {
        long rows = 0;
        for (Optional<RawRow> row = source.next(); row.isPresent(); row = source.next()) {
            cancel.throwIfCancelled();
            rows++;
            String where = Sources.where(source);
            RawRow raw = row.get();
            try {
                sink.usable(raw, rules.read(raw, sink::picture));
            } catch (RowException e) {
                sink.problem(e.at(where, raw.row(), raw.line()));
            } catch (OutOfMemoryError e) {
                RowException large = new RowException(
                        raw.names().picture(),
                        ProblemCode.TOO_LARGE,
                        "The picture needs more memory than there is.",
                        "Make it smaller.",
                        e);
                sink.problem(large.at(where, raw.row(), raw.line()));
            }
            progress.read(source.read(), source.size());
        }
        return rows;
    }
}
