package dev.patchbook.data;

import dev.patchbook.base.Picture;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.DataSettings;
import dev.patchbook.data.Dataset.Row;
import dev.patchbook.data.picture.ImageDecoder;
import dev.patchbook.data.picture.PictureException;
import dev.patchbook.data.picture.PictureFile;
import dev.patchbook.data.picture.Sha256;
import dev.patchbook.data.report.RowException;
import dev.patchbook.data.source.RawRow;
import dev.patchbook.data.source.RowSource;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads single rows of a data set again from its source, from the start to the row. */
public final class RowReader {
    private RowReader() {}

    /**
     * A row read again.
     *
     * @param caption as it stands in the source
     * @param given the caption in the normal form asked for
     * @param used the caption as it is used
     * @param cut characters that were cut off it
     * @param mapped whether characters of it were replaced
     * @param picture at full size
     * @param file the picture's file
     */
    public record Again(
            String caption, String given, String used, int cut, boolean mapped, Picture picture, PictureFile file) {}

    /**
     * A row's picture at full size.
     *
     * @throws UserFacingException where the source has changed since
     */
    public static Picture picture(Dataset data, Row row) {
        try (RowSource source = data.origin().open()) {
            byte[] bytes = find(source, row, ReadProgress.NONE)
                    .map(raw -> raw.picture().bytes())
                    .orElseThrow(() -> changed(data, null));
            return checked(data, row, ImageDecoder.decode(bytes));
        } catch (RowException | PictureException e) {
            throw changed(data, e);
        }
    }

    /**
     * A row from its source to what is used of it. The path is checked anew, as when the data was read.
     *
     * @param folder what relative paths are relative to
     * @param settings which files, and how they are read
     * @param allowOutside whether paths may leave the folder
     * @param data the rows as they were read
     * @param progress told at every row before it; what it throws ends the reading
     * @throws UserFacingException where the source has changed since, or may not be read
     */
    public static Again read(
            Path folder, DataSettings settings, boolean allowOutside, Dataset data, Row row, ReadProgress progress) {
        RowPass pass = RowPass.of(folder, settings, allowOutside);
        try (RowSource source = pass.origin().open()) {
            RawRow raw = find(source, row, progress).orElseThrow(() -> changed(data, null));
            RowRules.Usable<Picture> usable = pass.rules().read(raw);
            Picture picture = checked(data, row, usable.picture());
            if (!usable.caption().equals(row.caption())) {
                throw changed(data, null);
            }
            String caption = raw.caption().orElse("");
            return new Again(
                    caption,
                    usable.given(),
                    usable.caption(),
                    usable.cut(),
                    usable.mapped(),
                    picture,
                    PictureFile.of(raw.picture().bytes()));
        } catch (RowException | PictureException e) {
            throw changed(data, e);
        }
    }

    private static Optional<RawRow> find(RowSource source, Row row, ReadProgress progress) {
        Optional<RawRow> next = source.next();
        while (next.isPresent() && next.get().row() != row.number()) {
            progress.read(source.read(), source.size());
            next = source.next();
        }
        return next;
    }

    private static Picture checked(Dataset data, Row row, Picture picture) {
        if (!Sha256.of(picture).equals(row.picture().hash())) {
            throw changed(data, null);
        }
        return picture;
    }

    private static UserFacingException changed(Dataset data, @Nullable Throwable cause) {
        return new UserFacingException(
                data.name() + " has changed since it was read.", "Run the data cell again.", cause);
    }
}
