package dev.patchbook.engine.local;

import dev.patchbook.base.OutsideException;
import dev.patchbook.base.Picture;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.ImageRef;
import dev.patchbook.data.Dataset;
import dev.patchbook.data.Part;
import dev.patchbook.data.PixelScale;
import dev.patchbook.data.RowReader;
import dev.patchbook.data.picture.ImageDecoder;
import dev.patchbook.data.picture.StoredPicture;
import dev.patchbook.data.picture.Transparency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds the picture a setting names: a row of the model's data, or a file. For the engine's thread. */
final class ImageResolver {
    private static final int KEPT = 32;

    /**
     * Where picture files may lie.
     *
     * @param folder what relative paths are relative to
     * @param allowOutside whether a path may leave it
     */
    record Where(Path folder, boolean allowOutside) {}

    /** Pictures as given, reduced, of rows looked at before: a CSV is read from its start for each. */
    private final Map<String, Picture> originals = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Picture> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * The picture as a model reads it.
     *
     * @param where what a relative path is relative to, and whether it may leave that folder
     * @throws UserFacingException where there is no such row or file
     */
    Shown shown(LoadedModel model, String image, Where where) {
        ImageRef ref = ImageRef.of(image);
        if (ref instanceof ImageRef.File file) {
            Picture picture = ImageDecoder.read(path(file.path(), where));
            return shown(model, StoredPicture.of(picture, model.imageSize(), model.background()), "", true);
        }
        Dataset.Row row = row(model, ref);
        return shown(model, row.picture(), row.caption(), false);
    }

    /**
     * The picture as given, reduced where very large.
     *
     * @throws UserFacingException where there is no such row or file
     */
    Picture original(LoadedModel model, String image, Where where) {
        ImageRef ref = ImageRef.of(image);
        if (ref instanceof ImageRef.File file) {
            return Pictures.reduce(ImageDecoder.read(path(file.path(), where)));
        }
        Dataset data = data(model).dataset();
        Dataset.Row row = row(model, ref);
        Picture known = originals.get(row.picture().hash());
        if (known == null) {
            known = Pictures.reduce(RowReader.picture(data, row));
            originals.put(row.picture().hash(), known);
        }
        return known;
    }

    private static Shown shown(LoadedModel model, StoredPicture picture, String caption, boolean file) {
        Transparency transparency = Transparency.of(model.variant());
        byte[] values = picture.values(transparency);
        float[] pixels = new float[values.length];
        PixelScale scale = model.scale();
        scale.scale(values, pixels, 0);
        return new Shown(picture.picture(model.imageSize(), transparency), pixels, caption, file);
    }

    private static Dataset.Row row(LoadedModel model, ImageRef ref) {
        Dataset data = data(model).dataset();
        return ref instanceof ImageRef.Train train
                ? row(data, Part.TRAIN, train.index())
                : row(data, Part.VALIDATION, ((ImageRef.Validation) ref).index());
    }

    private static Dataset.Row row(Dataset data, Part part, int index) {
        int rows = data.parts().of(part).length;
        if (rows == 0) {
            throw new UserFacingException(
                    "image is " + part.id() + " " + index + ", but " + data.name() + " has no " + part.id() + " rows.",
                    part == Part.VALIDATION ? "Set image to train 0." : "Set image to validation 0.");
        }
        if (index >= rows) {
            throw new UserFacingException(
                    "image is " + part.id() + " " + index + ", but " + data.name() + " has " + rows + " " + part.id()
                            + (rows == 1 ? " row." : " rows."),
                    "Choose a row from 0 to " + (rows - 1) + ".");
        }
        return data.row(part, index);
    }

    private static LoadedData data(LoadedModel model) {
        return model.data()
                .orElseThrow(() -> new UserFacingException(
                        "This model was opened from a folder, so there are no rows to choose a picture from.",
                        "Set image to a picture file."));
    }

    /** A file beside the notebook, or elsewhere where that is allowed. */
    private static Path path(String name, Where where) {
        if (name.isBlank()) {
            throw new UserFacingException(
                    "No picture is named.", "Set image to validation 0, train 0 or a picture file.");
        }
        Path root = where.folder().toAbsolutePath().normalize();
        try {
            Path file = root.resolve(name).normalize();
            boolean within = file.startsWith(root)
                    && (!Files.exists(file) || file.toRealPath().startsWith(root.toRealPath())); // links
            if (!where.allowOutside() && !within) {
                throw new OutsideException(
                        "“" + name + "” lies outside of the notebook's folder " + where.folder() + ".",
                        "Move the picture beside the notebook, or allow files outside (--allow-outside).");
            }
            return file;
        } catch (InvalidPathException e) {
            throw new UserFacingException(
                    "“" + name + "” is neither a row nor a file name.",
                    "Write validation 0, train 0 or the path of a picture file.",
                    e);
        } catch (IOException e) {
            throw new UserFacingException(name + " cannot be opened.", "Check that you may read it.", e);
        }
    }
}
