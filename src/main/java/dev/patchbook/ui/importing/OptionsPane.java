package dev.patchbook.ui.importing;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.DataPreview;
import dev.patchbook.ui.form.FieldView;
import dev.patchbook.ui.form.FieldViewModel;
import dev.patchbook.ui.form.SettingsForm;
import dev.patchbook.ui.fx.Shown;
import java.util.function.DoubleSupplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How data is to be read: columns, picture size, text and split, each with what it does to the rows that are shown. */
final class OptionsPane extends VBox {
    private static final int SMALLEST = 8;
    private static final int LARGEST = 256;
    private static final int STEP = 8;

    private final ImportViewModel model;
    private final SettingsForm.Files files;
    private final Label split = words();

    /** The choices; sizes are in letters of the given size. */
    OptionsPane(ImportViewModel model, SettingsForm.Files files, DoubleSupplier letters) {
        super(8);
        this.model = model;
        this.files = files;
        getStyleClass().add("import-options");
        setMinWidth(0);
        getChildren()
                .addAll(
                        heading("Columns"),
                        fields(
                                new ColumnChoice(model, "image-column", DataPreview::imageColumn),
                                new ColumnChoice(model, "caption-column", DataPreview::captionColumn)),
                        heading("Picture"),
                        fields(new FieldView(model.field("image-size"), files), sizes(), field("background")),
                        new CloserLook(model, letters),
                        heading("Text"),
                        fields(
                                field("alphabet"),
                                field("unknown"),
                                field("max-length"),
                                field("too-long"),
                                field("normalize-text")),
                        heading("Split"),
                        split,
                        fields(field("split"), field("validation")));
        model.rows().headProperty().addListener((observable, was, is) -> showSplit());
        model.field("validation").textProperty().addListener((observable, was, is) -> showSplit());
        model.field("split").textProperty().addListener((observable, was, is) -> showSplit());
        showSplit();
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("key-group");
        return label;
    }

    private static Label words() {
        Label label = new Label();
        label.getStyleClass().add("fact-name");
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node field(String key) {
        return new FieldView(model.field(key), files);
    }

    private static Node fields(Node... nodes) {
        FlowPane flow = new FlowPane(16, 10);
        flow.getChildren().setAll(nodes);
        flow.setMinWidth(0);
        return flow;
    }

    /** Moves through the usual sizes, the picture beside it at once. */
    private Node sizes() {
        FieldViewModel field = model.field("image-size");
        Slider slider = new Slider(SMALLEST, LARGEST, LARGEST / 2.0);
        slider.getStyleClass().add("size-slider");
        slider.setBlockIncrement(STEP);
        slider.setMajorTickUnit(STEP);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setAccessibleText(field.setting().label());
        slider.setTooltip(new Tooltip(field.setting().help()));
        Runnable follow = () -> {
            try {
                int size = Integer.parseInt(field.effective().strip());
                if (size != (int) slider.getValue() && size >= SMALLEST && size <= LARGEST && size % STEP == 0) {
                    slider.setValue(size);
                }
            } catch (NumberFormatException e) {
                slider.setValue(slider.getValue()); // the field says what is wrong with it
            }
        };
        field.textProperty().addListener((observable, was, is) -> follow.run());
        follow.run();
        slider.valueProperty().addListener((observable, was, is) -> {
            int size = (int) Math.round(is.doubleValue() / STEP) * STEP;
            if (!field.effective().equals(Integer.toString(size))) {
                field.choose(Integer.toString(size));
            }
        });
        return slider;
    }

    private void showSplit() {
        DataPreview head = model.rows().headProperty().get();
        Shown.when(split, head != null);
        if (head == null) {
            return;
        }
        boolean tail = model.field("split").effective().equals("tail");
        if (!head.splitColumn().isEmpty() && !tail) {
            split.setText("The column “" + head.splitColumn() + "” says which rows train and which validate.");
            return;
        }
        double share = share();
        long rows = head.estimatedRows();
        long validate = Math.round(rows * share);
        split.setText(
                rows == 0 || share <= 0
                        ? "No column says which rows validate."
                        : "No column says which rows validate: " + (head.complete() ? "" : "about ")
                                + Numbers.count(rows - validate) + " train, " + Numbers.count(validate)
                                + " validate, if all can be used.");
    }

    private double share() {
        try {
            return Double.parseDouble(model.field("validation").effective());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
