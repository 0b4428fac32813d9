package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.engine.CaptionTable;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.engine.SampleTable;
import dev.patchbook.export.CaptionSheets;
import dev.patchbook.export.Sheet;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.WrapRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Several captions of one picture, and one of every validation picture beside its own, as tables that are kept. */
final class ManyPane extends VBox {
    private static final int MOST = 1000;
    private static final int LINES = 11;
    private static final double LABEL = 0.93; // em of a label's letters
    private static final String VALIDATION = "validation";

    private final Sampling sampling;
    private final CellViewModel cell;
    private final CellCommands commands;
    private final TextField count = new TextField("10");
    private final TableJob<SampleTable> several;
    private final TableJob<CaptionTable> all;
    private final Label differ = words();
    private final SheetTable samples = new SheetTable();
    private final Button saveSamples = button("Save as CSV…", Icon.SAVE);
    private final Label measures = words();
    private final SheetTable captions = new SheetTable();
    private final Button saveCaptions = button("Save as CSV…", Icon.SAVE);
    private final Button look = button("Look at this picture", Icon.GO);

    ManyPane(Sampling sampling, CellViewModel cell, CellCommands commands, Consumer<Sheet> save) {
        super(8);
        this.sampling = sampling;
        this.cell = cell;
        this.commands = commands;
        several = new TableJob<>(
                commands, table -> commands.made(cell.id(), sampling.caption(), new SampleOutput.Samples(table)));
        all = new TableJob<>(
                commands, table -> commands.made(cell.id(), sampling.caption(), new SampleOutput.Captions(table)));
        count.setPrefColumnCount(4);
        count.setAccessibleText("How many captions");
        count.setOnAction(e -> several());
        count.textProperty().addListener((observable, was, is) -> name());
        several.start().setOnAction(e -> several());
        all.start().setOnAction(e -> all());
        all.name("Write one for every validation picture");
        name();
        saveSamples.setOnAction(e ->
                output().flatMap(SampleOutput::samples).map(CaptionSheets::of).ifPresent(save));
        saveCaptions.setOnAction(e ->
                output().flatMap(SampleOutput::captions).map(CaptionSheets::of).ifPresent(save));
        look.setTooltip(new Tooltip("Have this cell caption the picture of the row chosen"));
        look.setOnAction(e -> look());
        look.disableProperty()
                .bind(captions.getSelectionModel().selectedItemProperty().isNull());
        WrapRow ask = new WrapRow(8, 6, true);
        Label number = new Label("Captions of this picture");
        number.getStyleClass().add("fact-name");
        ask.getChildren().addAll(number, count, several);
        WrapRow under = new WrapRow(8, 6, true);
        under.getChildren().addAll(look, saveCaptions);
        VBox.setMargin(all, new Insets(12, 0, 0, 0));
        look.visibleProperty().bind(captions.visibleProperty());
        look.managedProperty().bind(captions.visibleProperty());
        measures.fontProperty().addListener(font -> output().ifPresent(this::refill));
        getChildren().addAll(ask, differ, samples, saveSamples, all, measures, captions, under);
        setMinWidth(0);
    }

    private static Label words() {
        Label label = new Label();
        label.getStyleClass().add("view-text");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Button button(String text, Icon icon) {
        Button button = new Button(text, icon.node());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private Optional<SampleOutput> output() {
        return cell.outputProperty().get() instanceof SampleOutput now ? Optional.of(now) : Optional.empty();
    }

    private Optional<Integer> wanted() {
        String text = count.getText().strip();
        boolean good = text.matches("\\d{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST;
        return good ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private void name() {
        several.name(wanted().map(n -> "Write " + n).orElse("Write"));
    }

    /** With the settings tried out; beams are the cell's. */
    private Optional<SampleRequest> request() {
        SampleSettings own = sampling.caption().settings();
        SampleSettings now = sampling.draws();
        return commands.sampling(cell.id(), now.drawsLike(own) ? own : now, false);
    }

    private void several() {
        Optional<Integer> number = wanted();
        Optional<SampleRequest> request = request();
        if (number.isEmpty()) {
            several.refuse("Write a whole number from 1 to " + Numbers.count(MOST) + ".");
        } else if (request.isEmpty()) {
            several.refuse(Sampling.NO_MODEL);
        } else {
            several.ask(engine -> engine.samples(request.get(), number.get()));
        }
    }

    private void all() {
        Optional<SampleRequest> request = request();
        if (request.isEmpty()) {
            all.refuse(Sampling.NO_MODEL);
        } else {
            all.ask(engine -> engine.captions(request.get(), VALIDATION));
        }
    }

    private void look() {
        List<Object> row = captions.getSelectionModel().getSelectedItem();
        if (row != null) {
            commands.select(cell.id());
            commands.set(cell.id(), Map.of("image", row.get(0) + " " + row.get(1)));
            commands.run(cell.id());
        }
    }

    void show(SampleOutput now) {
        Shown.when(differ, now.samples().isPresent());
        Shown.when(samples, now.samples().isPresent());
        Shown.when(saveSamples, now.samples().isPresent());
        now.samples().ifPresent(table -> {
            String text = distinct(table);
            if (!text.equals(differ.getText())
                    || samples.getItems().size() != table.rows().size()) {
                fill(samples, CaptionSheets.of(table));
            }
            differ.setText(text);
        });
        Shown.when(measures, now.captions().isPresent());
        Shown.when(captions, now.captions().isPresent());
        Shown.when(saveCaptions, now.captions().isPresent());
        now.captions().ifPresent(table -> {
            String text = measures(table);
            if (!text.equals(measures.getText())) {
                fill(captions, CaptionSheets.of(table));
            }
            measures.setText(text);
        });
    }

    private void fill(SheetTable table, Sheet sheet) {
        table.show(sheet, measures.getFont().getSize() / LABEL);
        table.setStyle("-fx-pref-height: " + (2.8 * Math.min(LINES, sheet.rows().size()) + 4.4) + "em;");
    }

    /** With letters of another size. */
    private void refill(SampleOutput now) {
        now.samples().ifPresent(table -> fill(samples, CaptionSheets.of(table)));
        now.captions().ifPresent(table -> fill(captions, CaptionSheets.of(table)));
    }

    private static String distinct(SampleTable table) {
        String captions = table.different() == 1 ? "1 caption" : table.different() + " different captions";
        return captions + " among " + table.rows().size() + " · different words "
                + percent(table.distinctWords()) + " (distinct-1), pairs of words " + percent(table.distinctPairs())
                + " (distinct-2)";
    }

    private static String measures(CaptionTable table) {
        return table.rows().size() + " pictures: right to the letter " + percent(table.exact())
                + " · characters wrong (CER) " + percent(table.characterErrors()) + " · words wrong (WER) "
                + percent(table.wordErrors()) + " · BLEU-4 " + Numbers.significant(100 * table.bleu(), 3)
                + ". The worst first; a column's head sorts.";
    }

    private static String percent(double share) {
        return Numbers.significant(100 * share, 3) + " %";
    }

    /** Stops what runs. */
    void release() {
        several.release();
        all.release();
    }
}
