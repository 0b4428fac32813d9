package dev.patchbook.ui.cell;

import dev.patchbook.config.SampleSettings;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.WrapRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * How the next character is drawn: tried out here, where only the bars follow at once, and written into the cell's settings on
 * request.
 */
final class Draws extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final Sampling sampling;
    private final CellViewModel cell;
    private final CellCommands commands;
    private final Knob temperature = new Knob(
            "temperature",
            "0: always the likeliest; higher: bolder",
            2,
            0.05,
            value -> value == 0 ? "0, greedy" : Knob.plain(value));
    private final Knob topK = new Knob(
            "top-k", "Choose among the k likeliest; 0: all", 40, 1, value -> value == 0 ? "0, all" : Knob.plain(value));
    private final Knob topP =
            new Knob("top-p", "Choose among the likeliest that together have this probability", 1, 0.01, Knob::plain);
    private final TextField seed = new TextField();
    private final Button another = new Button("Next seed");
    private final Label note = new Label();
    private final Button keep = new Button("Keep in the cell", Icon.SAVE.node());
    private final Button reset = new Button("Back to the cell's", Icon.RESET.node());
    private final WrapRow tried = new WrapRow(8, 6, true);

    Draws(Sampling sampling, CellViewModel cell, CellCommands commands) {
        super(6);
        this.sampling = sampling;
        this.cell = cell;
        this.commands = commands;
        for (Knob knob : new Knob[] {temperature, topK, topP}) {
            knob.setOnMoved(this::moved);
        }
        seeds();
        Label seedName = new Label("seed");
        seedName.getStyleClass().add("fact-name");
        VBox seeds = new VBox(2, seedName, new HBox(4, seed, another));
        note.getStyleClass().add("fact-name");
        note.setWrapText(true);
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.setTooltip(new Tooltip("Write these settings into the cell"));
        keep.setOnAction(e -> keep());
        reset.setMinWidth(Region.USE_PREF_SIZE);
        reset.setOnAction(e -> {
            SampleSettings own = sampling.trying().cell();
            sampling.draw(own.temperature(), own.topK(), own.topP(), own.seed());
        });
        WrapRow knobs = new WrapRow(16, 8, false);
        knobs.getChildren().addAll(temperature, topK, topP, seeds);
        tried.getChildren().addAll(note, keep, reset);
        getChildren().addAll(knobs, tried);
        setMinWidth(0);
    }

    private void seeds() {
        seed.setPrefColumnCount(6);
        seed.setAccessibleText("Seed");
        seed.setTooltip(new Tooltip("Chooses the draws: the same seed gives the same caption"));
        seed.setOnAction(e -> moved());
        seed.focusedProperty().addListener((observable, was, is) -> {
            if (was && seed().orElse(-1) != sampling.draws().seed()) {
                moved();
            }
        });
        another.setMinWidth(Region.USE_PREF_SIZE);
        another.setOnAction(e -> {
            seed.setText(Long.toString(sampling.draws().seed() + 1));
            moved();
        });
    }

    private void moved() {
        OptionalLong number = seed();
        seed.pseudoClassStateChanged(WRONG, number.isEmpty());
        sampling.draw(
                temperature.value(),
                (int) topK.value(),
                topP.value(),
                number.orElse(sampling.draws().seed()));
    }

    private OptionalLong seed() {
        String text = seed.getText().strip();
        boolean good = text.matches("\\d{1,10}") && Long.parseLong(text) <= Integer.MAX_VALUE;
        return good ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    void show() {
        SampleSettings now = sampling.draws();
        temperature.show(now.temperature(), 2);
        topK.show(now.topK(), sampling.line().scores().vocabulary().size());
        topP.show(now.topP(), 1);
        if (!seed.isFocused() || seed().isPresent()) {
            String text = Long.toString(now.seed());
            if (!text.equals(seed.getText().strip())) {
                seed.setText(text);
            }
        }
        boolean other = !written().isEmpty();
        boolean growing =
                !sampling.follows() && sampling.place() < sampling.line().length();
        note.setText(
                growing
                        ? "Step and Play go on from here with these: a branch grows."
                        : sampling.follows() ? "" : "Go back or to the start, then Step or Play writes with these.");
        Shown.when(note, !note.getText().isEmpty());
        Shown.when(keep, other);
        Shown.when(reset, other);
        Shown.when(tried, other || note.isVisible());
    }

    /** What would have to be written into the cell. */
    private Map<String, String> written() {
        SampleSettings now = sampling.draws();
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "temperature", now.temperature());
        put(all, "top-k", now.topK());
        put(all, "top-p", now.topP());
        put(all, "seed", now.seed());
        return all;
    }

    private void put(Map<String, String> all, String key, double value) {
        try {
            if (Double.parseDouble(commands.setting(cell.id(), key)) == value) {
                return;
            }
        } catch (NumberFormatException e) {
            return; // the cell says what is wrong with it
        }
        all.put(key, value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value));
    }

    private void keep() {
        commands.select(cell.id());
        commands.set(cell.id(), written());
    }
}
