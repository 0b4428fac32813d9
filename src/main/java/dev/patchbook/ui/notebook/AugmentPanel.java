package dev.patchbook.ui.notebook;

import dev.patchbook.base.Picture;
import dev.patchbook.config.Preset;
import dev.patchbook.config.SettingException;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.engine.AugmentPreview;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellFailure;
import dev.patchbook.session.Subscription;
import dev.patchbook.ui.form.FieldViewModel;
import dev.patchbook.ui.form.FormViewModel;
import dev.patchbook.ui.form.SettingsForm;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.view.PictureView;
import dev.patchbook.ui.view.WrapRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** What the form's changes do to training pictures, before and at some steps; nothing where none are chosen. */
final class AugmentPanel extends VBox {
    private static final String KEY = "augment";
    private static final String SEED = "seed";
    private static final Duration TYPING = Duration.millis(250);
    private static final int PICTURES = 3;
    private static final int STEPS = 5;
    private static final double SIDE = 72;

    private final CellCommands commands;
    private final CellId cell;
    private final FieldViewModel augment;
    private final FieldViewModel seed;
    private final Label words = new Label();
    private final Label warning = new Label(null, Icon.WARNING.node());
    private final VBox pictures = new VBox(12);
    private final PauseTransition pause = new PauseTransition(TYPING);
    private Optional<Subscription> asked = Optional.empty();

    private AugmentPanel(CellCommands commands, CellId cell, FieldViewModel augment, FieldViewModel seed) {
        super(8);
        this.commands = commands;
        this.cell = cell;
        this.augment = augment;
        this.seed = seed;
        getStyleClass().add("augment-panel");
        setMinWidth(0);
        words.getStyleClass().add("fact-name");
        warning.getStyleClass().addAll("fact-name", "warned");
        for (Label label : List.of(words, warning)) {
            label.setWrapText(true);
            label.setMinWidth(0);
        }
        getChildren().addAll(words, warning, pictures);
        Shown.when(warning, false);
        pause.setOnFinished(e -> ask());
        augment.textProperty().addListener((observable, was, is) -> pause.playFromStart());
        seed.textProperty().addListener((observable, was, is) -> pause.playFromStart());
        sceneProperty().addListener((observable, was, is) -> {
            if (is == null) {
                pause.stop();
                asked.ifPresent(Subscription::close);
            }
        });
        ask();
    }

    /** Puts the panel into the form of a cell that has such a setting. */
    static void addTo(SettingsForm form, FormViewModel fields, CellCommands commands, CellId cell) {
        fields.field(KEY)
                .ifPresent(augment -> fields.field(SEED)
                        .ifPresent(seed -> form.beneath(new AugmentPanel(commands, cell, augment, seed))));
    }

    private void ask() {
        asked.ifPresent(Subscription::close);
        Optional<TrainSettings> settings = settings();
        boolean none = settings.map(each -> each.augment().none()).orElse(true);
        Shown.when(this, !none);
        if (none) {
            return;
        }
        Optional<DataId> data = commands.data(cell).map(DataSummary::id).filter(id -> !id.equals(DataId.NONE));
        if (data.isEmpty()) {
            say("Run the data cell to see what this does to its pictures.");
        } else {
            asked = Optional.of(commands.ask(
                    engine -> engine.augmented(data.get(), settings.orElseThrow(), PICTURES, STEPS),
                    this::show,
                    this::fail));
        }
    }

    /** What the form says of it; empty while it cannot be understood. */
    private Optional<TrainSettings> settings() {
        try {
            return Optional.of(
                    TrainSettings.of(Map.of(KEY, augment.effective(), SEED, seed.effective()), Preset.LAPTOP));
        } catch (SettingException e) {
            return Optional.empty(); // the field says so itself
        }
    }

    private void say(String text) {
        words.setText(text);
        Shown.when(warning, false);
        pictures.getChildren().clear();
    }

    private void fail(CellFailure why) {
        say(why.what() + " " + why.remedy());
    }

    private void show(AugmentPreview preview) {
        say("Training pictures as they are, and at the first steps. The seed decides: another run draws the same.");
        warning.setText(String.join(" ", preview.warnings()));
        Shown.when(warning, !preview.warnings().isEmpty());
        for (AugmentPreview.Row row : preview.rows()) {
            WrapRow line = new WrapRow(12, 8, false);
            line.getChildren().add(picture("as it is", row.before(), row.caption()));
            for (int step = 0; step < row.after().size(); step++) {
                line.getChildren().add(picture("step " + step, row.after().get(step), row.caption()));
            }
            Label caption = new Label(row.caption());
            caption.setWrapText(true);
            caption.setMinWidth(0);
            pictures.getChildren().add(new VBox(4, caption, line));
        }
    }

    private static VBox picture(String name, Picture picture, String caption) {
        PictureView view = new PictureView(SIDE);
        view.show(picture, name + ": " + caption);
        Label label = new Label(name);
        label.getStyleClass().add("fact-name");
        return new VBox(2, view, label);
    }
}
