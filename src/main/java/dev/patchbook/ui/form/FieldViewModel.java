package dev.patchbook.ui.form;

import dev.patchbook.config.Setting;
import dev.patchbook.config.Setting.Kind;
import dev.patchbook.config.SettingException;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One field of a settings form: what is written in it, its default, and what is wrong with it. */
public final class FieldViewModel {
    private final Setting setting;
    private final Check check;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper standard = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();

    FieldViewModel(Setting setting, String written, String standard) {
        this(setting, written, standard, setting::problem);
    }

    /**
     * Creates a field with a check of its own.
     *
     * @param setting what it is called and what a value looks like
     * @param written what is written; empty for the default
     * @param standard the default
     * @param check says what is wrong with a value
     */
    public FieldViewModel(Setting setting, String written, String standard, Check check) {
        this.setting = setting;
        this.check = check;
        this.standard.set(standard);
        text.addListener((observable, was, is) -> refresh());
        text.set(written);
        refresh();
    }

    /** Says what is wrong with a value, if anything. */
    @FunctionalInterface
    public interface Check {
        /** What is wrong with a value. */
        Optional<SettingException> problem(String value);
    }

    /** The setting of the schema. */
    public Setting setting() {
        return setting;
    }

    /** What is written; empty where the default holds. */
    public StringProperty textProperty() {
        return text;
    }

    /** The default. */
    public ReadOnlyStringProperty standardProperty() {
        return standard.getReadOnlyProperty();
    }

    /** What is wrong with what is written, and what to write instead; empty when nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether something other than the default is written. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** What holds: what is written, else the default. */
    public String effective() {
        return blank() ? standard.get() : text.get();
    }

    /** Chooses a word; choosing the default leaves the field unwritten. */
    public void choose(String word) {
        text.set(word.equals(standard.get()) ? "" : word);
    }

    /** Goes back to the default. */
    public void reset() {
        text.set("");
    }

    void standard(String value) {
        standard.set(value);
        refresh();
    }

    void refuse(SettingException e) {
        problem.set(e.what() + " " + e.remedy());
    }

    boolean blank() {
        return setting.kind() == Kind.TEXT ? text.get().isEmpty() : text.get().isBlank();
    }

    private void refresh() {
        changed.set(!blank() && !text.get().strip().equals(standard.get()));
        Optional<SettingException> wrong = blank() ? Optional.empty() : check.problem(cleaned());
        problem.set(wrong.map(FieldViewModel::sentence).orElse(""));
    }

    /** What is written, as it goes into the file. */
    String cleaned() {
        return setting.kind() == Kind.TEXT ? text.get() : text.get().strip();
    }

    private static String sentence(SettingException e) {
        // The label stands above the field, so the remedy alone is enough where there is one.
        return e.remedy().isEmpty() ? e.what() : e.remedy();
    }
}
