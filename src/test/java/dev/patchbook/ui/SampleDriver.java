package dev.patchbook.ui;

import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.ui.view.CandidateBars;
import dev.patchbook.ui.view.CaptionChips;
import java.util.List;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** A sample cell in the window, as a person uses it. */
final class SampleDriver {
    private final WindowFixture fixture;
    private final String id;

    SampleDriver(WindowFixture fixture, String id) {
        this.fixture = fixture;
        this.id = id;
    }

    /** What the cell shows. */
    SampleOutput output() {
        return (SampleOutput) fixture.cell(id).outputProperty().get();
    }

    <T extends Node> List<T> all(Class<T> type) {
        return Fx.call(() -> fixture.frameNow(id).lookupAll("*").stream()
                .filter(type::isInstance)
                .filter(SampleDriver::shown)
                .map(type::cast)
                .toList());
    }

    private static boolean shown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    CaptionChips chips() {
        return all(CaptionChips.class).get(0);
    }

    CandidateBars bars() {
        return all(CandidateBars.class).get(0);
    }

    /** The characters drawn, the one to come as a question mark. */
    String drawn() {
        return Fx.call(this::drawnNow);
    }

    /** On the JavaFX thread: the characters drawn. */
    String drawnNow() {
        CaptionChips chips = (CaptionChips) fixture.frameNow(id).lookup(".caption-chips");
        return chips.getChildrenUnmodifiable().stream()
                .map(chip -> chip.lookup(".chip-label"))
                .map(label -> ((Label) label).getText())
                .collect(Collectors.joining());
    }

    /** What the bars say. */
    String candidates() {
        CandidateBars bars = bars();
        return Fx.call(bars::getAccessibleText);
    }

    /** Presses a button, in view or not: the cell may be higher than the window. */
    void press(String text) {
        Button button = all(Button.class).stream()
                .filter(each -> text.equals(Fx.call(each::getText)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button “" + text + "”"));
        Fx.run(button::fire);
        Fx.pulses(1);
    }

    void look(String view) {
        fixture.toggle(fixture.frame(id), "Look at: " + view);
        Fx.pulses(2);
    }

    /** Moves a knob by its name. */
    void knob(String name, double value) {
        Slider slider = all(Slider.class).stream()
                .filter(each -> Fx.call(each::getAccessibleText).startsWith(name))
                .findFirst()
                .orElseThrow();
        Fx.run(() -> slider.setValue(value));
        Fx.pulses(1);
    }

    /** Writes into a field and presses Enter. */
    void enter(String field, String text) {
        TextField found = Fx.call(() -> fixture.field(fixture.frameNow(id), field));
        Fx.run(() -> {
            found.setText(text);
            found.fireEvent(new ActionEvent());
        });
        Fx.pulses(1);
    }

    void select(int place) {
        CaptionChips chips = chips();
        Fx.run(() -> chips.select(place));
        Fx.pulses(1);
    }

    /** Picks the candidate in a row of the bars, from 0. */
    void pick(int row) {
        CandidateBars bars = bars();
        Fx.focus(bars);
        for (int i = 0; i <= row; i++) {
            Fx.press(KeyCode.DOWN);
        }
        Fx.press(KeyCode.ENTER);
    }

    /** On the JavaFX thread: whether a text that begins so is shown. */
    boolean saysNow(String beginning) {
        return fixture.frameNow(id).lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .filter(SampleDriver::shown)
                .anyMatch(label -> String.valueOf(((Label) label).getText()).startsWith(beginning));
    }

    boolean says(String beginning) {
        return Fx.call(() -> saysNow(beginning));
    }

    void reveal() {
        Fx.run(() -> fixture.window().notebook().reveal(new CellId(id)));
        Fx.pulses(2);
    }
}
