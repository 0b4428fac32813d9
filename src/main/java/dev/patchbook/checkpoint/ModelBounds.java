package dev.patchbook.checkpoint;

import dev.patchbook.config.DecoderConfig;
import dev.patchbook.config.Group;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.Schema;
import dev.patchbook.config.SettingException;
import dev.patchbook.config.VisionConfig;

/** Holds sizes read from a file to the bounds of the settings, so that no file can ask for a model beyond them. */
final class ModelBounds {
    private ModelBounds() {}

    /**
     * Checks every size.
     *
     * @throws SettingException at the first that is out of bounds
     */
    static void check(ModelConfig config) {
        VisionConfig vision = config.vision();
        DecoderConfig decoder = config.decoder();
        check(Group.DATA, "image-size", vision.image());
        check(Group.MODEL, "patch-size", vision.patch());
        check(Group.MODEL, "vision-width", vision.width());
        check(Group.MODEL, "vision-blocks", vision.blocks());
        check(Group.MODEL, "heads", vision.heads());
        check(Group.MODEL, "decoder-width", decoder.width());
        check(Group.MODEL, "decoder-blocks", decoder.blocks());
        check(Group.MODEL, "heads", decoder.heads());
        check(Group.MODEL, "positions", decoder.positions());
    }

    private static void check(Group group, String key, int size) {
        Schema.find(group, key)
                .flatMap(setting -> setting.problem(Integer.toString(size)))
                .ifPresent(problem -> {
                    throw problem;
                });
    }
}
