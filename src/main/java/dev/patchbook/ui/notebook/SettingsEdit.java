package dev.patchbook.ui.notebook;

import dev.patchbook.config.Group;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.Schema;
import dev.patchbook.config.Setting;
import dev.patchbook.config.SettingException;
import dev.patchbook.config.VisionConfig;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.CellSettings;
import dev.patchbook.notebook.NotebookEdit;
import dev.patchbook.session.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns a form's settings into edits: the lines that changed, those alone. */
final class SettingsEdit {
    private SettingsEdit() {}

    /** The edits that make a cell say exactly these settings; keys that are no settings are left as they are. */
    static List<NotebookEdit> of(Cell cell, Map<String, String> wanted) {
        List<NotebookEdit> edits = new ArrayList<>();
        Group group = cell.kind().group().orElseThrow();
        for (Setting setting : Schema.of(group)) {
            String key = setting.key();
            String now = cell.settings().get(key);
            String then = wanted.get(key);
            if (then == null && now != null) {
                edits.add(new NotebookEdit.ClearSetting(cell.id(), key));
            } else if (then != null && !then.equals(now)) {
                edits.add(new NotebookEdit.SetSetting(cell.id(), key, then));
            }
        }
        return edits;
    }

    /**
     * Checks what no single setting shows: that the sizes of a model fit each other and the picture.
     *
     * @throws SettingException for the setting to change
     */
    static void check(SessionState state, Cell cell, Map<String, String> wanted) {
        Schema.check(cell.kind().group().orElseThrow(), wanted);
        if (cell.kind() != CellKind.MODEL) {
            return;
        }
        ModelSettings model = ModelSettings.of(wanted);
        state.graph().parent(cell.id(), CellKind.DATA).ifPresent(data -> {
            int image = new CellSettings(model.preset(), model.variant(), java.util.Optional.empty())
                    .data(data)
                    .imageSize();
            new VisionConfig(image, model.patchSize(), model.visionWidth(), model.visionBlocks(), model.heads());
        });
    }
}
