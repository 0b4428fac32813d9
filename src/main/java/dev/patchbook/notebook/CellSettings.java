package dev.patchbook.notebook;

import dev.patchbook.config.DataSettings;
import dev.patchbook.config.Defaults;
import dev.patchbook.config.Group;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.Preset;
import dev.patchbook.config.Schema;
import dev.patchbook.config.SettingException;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.config.Variant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The settings a cell has when what is not written takes its default: the one place that says whose preset and variant
 * give it. A model cell's are its own; what builds on a model cell takes that one's. A data cell takes those of the first
 * model cell built on it, so that {@code preset: published} needs no {@code image-size} beside it; without one, or where
 * that one's are not usable, preset {@code laptop} and variant {@code standard}.
 *
 * @param preset gives sizes and training settings
 * @param variant gives behaviour
 * @param model the model cell both are taken from
 */
public record CellSettings(Preset preset, Variant variant, Optional<CellId> model) {
    private static final CellSettings NONE = new CellSettings(Preset.LAPTOP, Variant.STANDARD, Optional.empty());

    /** What gives a cell's defaults. */
    public static CellSettings of(CellGraph graph, CellId id) {
        return graph.model(id).flatMap(CellSettings::of).orElse(NONE);
    }

    private static Optional<CellSettings> of(Cell model) {
        Map<String, String> written = new LinkedHashMap<>(model.settings());
        written.keySet().retainAll(java.util.Set.of("preset", "variant"));
        try {
            Schema.check(Group.MODEL, written);
        } catch (SettingException e) {
            return Optional.empty();
        }
        return Optional.of(new CellSettings(
                ModelSettings.preset(written), ModelSettings.variant(written), Optional.of(model.id())));
    }

    /** The defaults of a kind of cell, in the order of forms; empty for notes and unknown kinds. */
    public Map<String, String> defaults(CellKind kind) {
        return kind.group().map(group -> Defaults.of(group, preset, variant)).orElse(Map.of());
    }

    /** The defaults of a cell: those of its kind, but for the steps of a train cell whose stages say how many. */
    public Map<String, String> defaults(Cell cell) {
        Map<String, String> all = new LinkedHashMap<>(defaults(cell.kind()));
        if (cell.kind() == CellKind.TRAIN && cell.settings().containsKey("stages")) {
            try {
                Map<String, String> written = new LinkedHashMap<>(cell.settings());
                written.remove("steps");
                int steps = TrainSettings.of(written, preset).steps();
                all.put("steps", Integer.toString(steps));
            } catch (SettingException e) {
                return all; // the cell says what is wrong when it runs
            }
        }
        return all;
    }

    /** All settings of a cell: what is written over the defaults. */
    public Map<String, String> effective(Cell cell) {
        Map<String, String> all = new LinkedHashMap<>(defaults(cell));
        all.putAll(cell.settings());
        return all;
    }

    /**
     * The settings of a data cell.
     *
     * @throws SettingException for an unknown key or a value that cannot be used
     */
    public DataSettings data(Cell cell) {
        return DataSettings.of(cell.settings(), preset, variant);
    }

    /**
     * The settings of a train cell.
     *
     * @throws SettingException for an unknown key or a value that cannot be used
     */
    public TrainSettings train(Cell cell) {
        return TrainSettings.of(cell.settings(), preset);
    }
}
