package dev.patchbook.ui.importing;

import atlantafx.base.theme.Styles;
import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.DataPreview;
import dev.patchbook.ui.consent.AskView;
import dev.patchbook.ui.form.SettingsForm;
import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.importing.FirstRows.Phase;
import dev.patchbook.ui.importing.FullCheck.Stand;
import dev.patchbook.ui.rows.RowReport;
import dev.patchbook.ui.view.WrapRow;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Data that is being chosen: sources, first rows, how they are to be read, and what takes them over. */
final class ImportView extends VBox {
    private static final double WIDE = 58;

    private final ImportViewModel model;
    private final SourceBar sources;
    private final StackPane message = new StackPane();
    private final ProgressBar reading = new ProgressBar();
    private final Label effect = new Label();
    private final RowTable table;
    private final RowReport report;
    private final ReportSwitch which = new ReportSwitch(this::showWhich);
    private final VBox rows;
    private final ScrollPane options = new ScrollPane();
    private final VBox choices;
    private final StackPane body = new StackPane();
    private final Button use = new Button("Use this data");
    private final Button run = new Button("Use and run");
    private boolean wide;

    /**
     * The view.
     *
     * @param done called when it is to be put away: true to take the data over and run its cell, and so on
     */
    ImportView(ImportViewModel model, Dialogs dialogs, Consumer<Ending> done) {
        super(10);
        this.model = model;
        this.sources = new SourceBar(model, dialogs);
        this.table = new RowTable(model, this::letters);
        this.report = new RowReport(dialogs, model.target()::folder);
        this.choices = new OptionsPane(
                model, new SettingsForm.Files(dialogs, model.target().folder(), files -> add(files)), this::letters);
        effect.getStyleClass().add("fact-name");
        effect.setWrapText(true);
        effect.setMinWidth(0);
        effect.setMinHeight(USE_PREF_SIZE);
        reading.getStyleClass().add("thin-bar");
        reading.setMaxWidth(Double.MAX_VALUE);
        reading.setAccessibleText("Reading the first rows");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(report, Priority.ALWAYS);
        rows = new VBox(6, which, effect, table, report);
        rows.setMinWidth(0);
        HBox.setHgrow(rows, Priority.ALWAYS);
        options.setFitToWidth(true);
        options.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        options.getStyleClass().add("key-scroll");
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getChildren().addAll(sources, reading, message, body, foot(done));
        widthProperty().addListener((observable, was, is) -> arrange());
        model.rows().phaseProperty().addListener((observable, was, is) -> show(is));
        model.rows().rows().addListener((ListChangeListener<DataPreview.Row>) change -> showEffect());
        model.rows().noteProperty().addListener((observable, was, is) -> showEffect());
        model.form()
                .validProperty()
                .addListener((observable, was, is) ->
                        show(model.rows().phaseProperty().get()));
        model.check().standProperty().addListener((observable, was, is) -> checked(is));
        place(true);
        show(model.rows().phaseProperty().get());
        showWhich(false);
    }

    /** What ends it. */
    enum Ending {
        USE,
        USE_AND_RUN,
        CANCEL
    }

    private Node foot(Consumer<Ending> done) {
        use.getStyleClass().add(Styles.ACCENT);
        use.setTooltip(new Tooltip("Write this into " + model.target().words() + " (Enter)"));
        run.setTooltip(new Tooltip("Write it and read all rows (Ctrl+Enter)"));
        Button cancel = new Button("Cancel");
        cancel.setTooltip(new Tooltip("Leave everything as it was (Esc)"));
        use.setOnAction(e -> done.accept(Ending.USE));
        run.setOnAction(e -> done.accept(Ending.USE_AND_RUN));
        cancel.setOnAction(e -> done.accept(Ending.CANCEL));
        WrapRow buttons = new WrapRow(8, 8, true);
        buttons.getChildren().addAll(use, run, cancel);
        for (Node button : buttons.getChildren()) {
            ((Button) button).setMinWidth(Region.USE_PREF_SIZE);
        }
        CheckBar check = new CheckBar(model);
        VBox foot = new VBox(10, check, buttons);
        foot.getStyleClass().add("import-foot");
        foot.setMinHeight(USE_PREF_SIZE);
        return foot;
    }

    /** Whether the data can be taken over as it is. */
    boolean usable() {
        return !use.isDisabled();
    }

    /** What the keyboard begins with. */
    Node start() {
        return table;
    }

    /** Takes more sources. */
    void add(List<Path> files) {
        sources.say(model.add(files));
    }

    private double letters() {
        return effect.getFont().getSize();
    }

    private void arrange() {
        boolean is = getWidth() >= WIDE * letters();
        if (is != wide) {
            place(is);
        }
    }

    /** Beside each other, or, where there is no room for that, beneath. */
    private void place(boolean beside) {
        wide = beside;
        options.setContent(null);
        body.getChildren().clear();
        if (beside) {
            options.setContent(choices);
            options.getStyleClass().add("beside");
            table.setMinHeight(0);
            body.getChildren().setAll(new HBox(16, rows, options));
        } else {
            options.getStyleClass().remove("beside");
            options.setContent(new VBox(16, rows, choices));
            body.getChildren().setAll(options);
        }
    }

    private void show(Phase phase) {
        DataPreview head = model.rows().headProperty().get();
        Shown.when(reading, phase instanceof Phase.Reading);
        message.getChildren().clear();
        if (phase instanceof Phase.Failed failed) {
            message.getChildren().add(new Problem(failed.what(), failed.remedy(), "Read again", model::again));
        } else if (phase instanceof Phase.Asking asking) {
            message.getChildren().add(new AskView(asking.files(), false, model::allow, model.rows()::refuse));
        } else if (phase instanceof Phase.Refused) {
            message.getChildren()
                    .add(new Problem(
                            "Nothing was read: it lies outside of the notebook's folder.",
                            "Choose another file, or allow it.",
                            "Allow…",
                            model::again));
        } else if (head != null && !head.problem().isEmpty()) {
            message.getChildren()
                    .add(new Problem(
                            head.problem(),
                            "Choose the column below, or click on its name in the table.",
                            "",
                            () -> {}));
        }
        Shown.when(message, !message.getChildren().isEmpty());
        boolean good = phase instanceof Phase.Shown
                && head != null
                && head.problem().isEmpty()
                && model.form().validProperty().get();
        use.setDisable(!good);
        run.setDisable(!good);
        body.setVisible(head != null); // its place stays, so that no button moves from under the mouse
        showEffect();
    }

    /** What the settings do to the rows that are shown. */
    private void showEffect() {
        List<DataPreview.Row> all = model.rows().rows();
        DataPreview head = model.rows().headProperty().get();
        boolean known = head != null && head.problem().isEmpty();
        long bad = all.stream().filter(row -> row.problem().isPresent()).count();
        Fields fields = head == null ? null : new Fields(head);
        long changed = fields == null
                ? 0
                : all.stream()
                        .filter(row -> CaptionChange.of(Fields.text(row, fields.caption()), row)
                                .any())
                        .count();
        String words = "Of the first " + (all.size() == 1 ? "row" : Numbers.count(all.size()) + " rows") + ", "
                + (bad == 0 ? "all can be used" : Numbers.count(all.size() - bad) + " can be used")
                + (changed == 0
                        ? ""
                        : "; " + Numbers.count(changed)
                                + (changed == 1 ? " caption is changed" : " captions are changed"))
                + ".";
        String note = model.rows().noteProperty().get();
        effect.setText(!known || all.isEmpty() ? note : note.isEmpty() ? words : words + " " + note);
        effect.setGraphic(bad > 0 || !note.isEmpty() ? Icon.WARNING.node() : null);
        Shown.when(effect, !effect.getText().isEmpty() && !which.report());
    }

    private void checked(Stand stand) {
        if (stand instanceof Stand.Done done
                && done.found().usable() < done.found().rows()) {
            report.show(
                    done.found().problems(),
                    done.found().codes(),
                    done.found().rows() - done.found().usable());
            which.offer(true);
        } else if (!(stand instanceof Stand.Done)) {
            which.offer(false);
        }
    }

    private void showWhich(boolean listed) {
        Shown.when(table, !listed);
        Shown.when(report, listed);
        showEffect();
    }
}
