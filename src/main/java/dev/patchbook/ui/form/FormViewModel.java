package dev.patchbook.ui.form;

import dev.patchbook.config.Group;
import dev.patchbook.config.Schema;
import dev.patchbook.config.Setting;
import dev.patchbook.config.SettingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** A settings form: one field for each setting of a group. */
public final class FormViewModel {
    private final Group group;
    private final Function<Map<String, String>, Map<String, String>> defaults;
    private final List<FieldViewModel> fields;
    private final List<FieldViewModel> own;
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(true);

    /**
     * Creates a form.
     *
     * @param group whose settings
     * @param written what the cell says
     * @param defaults gives every default, once told what is written (a preset changes the defaults beside it)
     * @param own fields of the cell itself, before its settings: its name, what it builds on
     */
    public FormViewModel(
            Group group,
            Map<String, String> written,
            Function<Map<String, String>, Map<String, String>> defaults,
            List<FieldViewModel> own) {
        this.group = group;
        this.own = List.copyOf(own);
        this.defaults = defaults;
        Map<String, String> standard = defaults.apply(written);
        this.fields = Schema.of(group).stream()
                .map(setting -> field(setting, written, standard))
                .toList();
        all().forEach(field -> field.textProperty().addListener((observable, was, is) -> refresh()));
        refresh();
    }

    private static FieldViewModel field(Setting setting, Map<String, String> written, Map<String, String> standard) {
        String key = setting.key();
        return new FieldViewModel(setting, written.getOrDefault(key, ""), standard.getOrDefault(key, ""));
    }

    /** Whose settings they are. */
    public Group group() {
        return group;
    }

    /** Every field, those of the cell itself first, then the settings in the schema's order. */
    public List<FieldViewModel> all() {
        List<FieldViewModel> all = new ArrayList<>(own);
        all.addAll(fields);
        return all;
    }

    /** The fields of the cell itself: its name, what it builds on. */
    public List<FieldViewModel> own() {
        return own;
    }

    /** What is written in a field of the cell itself; empty where it is as it was, or not there. */
    public String own(String key) {
        return own.stream()
                .filter(field -> field.setting().key().equals(key))
                .filter(field -> !field.blank())
                .map(FieldViewModel::cleaned)
                .findFirst()
                .orElse("");
    }

    /** The field of a key. */
    public Optional<FieldViewModel> field(String key) {
        return fields.stream()
                .filter(field -> field.setting().key().equals(key))
                .findFirst();
    }

    /** Whether every field can be used. */
    public ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    /** What is written, key by key; defaults are left out. */
    public Map<String, String> written() {
        Map<String, String> written = new LinkedHashMap<>();
        for (FieldViewModel field : fields) {
            if (!field.blank()) {
                written.put(field.setting().key(), field.cleaned());
            }
        }
        return written;
    }

    /** Points at the field a setting was refused for. */
    public void refuse(SettingException e) {
        field(e.key()).ifPresent(field -> field.refuse(e));
        valid.set(false);
    }

    /** Goes back to the defaults everywhere. */
    public void reset() {
        fields.forEach(FieldViewModel::reset);
    }

    private void refresh() {
        boolean usable =
                all().stream().allMatch(field -> field.problemProperty().get().isEmpty());
        if (usable) {
            Map<String, String> written = written();
            Map<String, String> all = defaults.apply(written);
            for (FieldViewModel field : fields) {
                field.standard(standard(field.setting().key(), written, all));
            }
        }
        valid.set(usable);
    }

    /** What would hold if this one were not written: a preset is not its own default. */
    private String standard(String key, Map<String, String> written, Map<String, String> all) {
        Map<String, String> given = all;
        if (written.containsKey(key)) {
            Map<String, String> without = new LinkedHashMap<>(written);
            without.remove(key);
            given = defaults.apply(without);
        }
        return given.getOrDefault(key, "");
    }
}
