package dev.patchbook.config;

import static dev.patchbook.config.Setting.choice;
import static dev.patchbook.config.Setting.text;
import static dev.patchbook.config.Setting.whole;

import dev.patchbook.config.Setting.Kind;
import java.util.List;
import java.util.Optional;

/** The schema of cells that look into a model. */
final class LookSchema {
    private static final Setting IMAGE =
            Setting.of(Kind.IMAGE, "image", "Picture", "validation N, train N, or a picture file.");
    private static final Setting STEP =
            whole("step", "Step", "Checkpoint to look at; 0: the weights of now.", 0, 1_000_000_000);

    static final List<Setting> PATCHES = List.of(
            IMAGE,
            choice(
                    "view",
                    "View",
                    "picture, norm and position of each patch; filters of the projection; nearest characters; lab: patches made"
                            + " otherwise.",
                    "picture",
                    "norm",
                    "position",
                    "filters",
                    "nearest",
                    "lab"),
            STEP);

    static final List<Setting> ATTENTION = List.of(
            IMAGE,
            choice(
                    "view",
                    "View",
                    "vision: what CLS and patches look at; text: what each character looks at; characters: the patches each"
                            + " rests on; lens: what each block would say.",
                    "vision",
                    "text",
                    "characters",
                    "lens"),
            whole("layer", "Layer", "Block, from 0.", 0, 95),
            whole("head", "Head", "Head of the block, from 0.", 0, 127),
            STEP);

    static final List<Setting> IMAGES = List.of(
            choice("part", "Part", "Which pictures: those that validate, or those trained on.", "validation", "train"),
            whole("pictures", "Pictures", "How many of them at most, the first ones.", 3, ImagesSettings.MOST),
            choice(
                    "method",
                    "Method",
                    "pca: first two principal components; tsne: near pictures stay near; at most "
                            + ImagesSettings.MOST_NEIGHBOURS + " pictures.",
                    "pca",
                    "tsne"),
            text("words", "Words", "Words of captions that colour the points, by blanks; empty: frequent ones."),
            STEP);

    private LookSchema() {}

    /** What a cell had that is a cell of its own now. */
    static Optional<SettingException> moved(Group group, String key, String value) {
        return group == Group.PATCHES && key.equals("view") && value.equals("map")
                ? Optional.of(new SettingException(
                        key,
                        "view is “map”, but the map of pictures is a cell of its own.",
                        "Add an images cell on the same model, and choose picture, norm, position, filters, nearest or"
                                + " lab here."))
                : Optional.empty();
    }
}
