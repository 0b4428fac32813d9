package dev.patchbook.ui.view;

import dev.patchbook.chart.AttentionWords;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.TextLook;
import dev.patchbook.engine.TokenMaps;
import dev.patchbook.export.LaneMethod;
import dev.patchbook.export.LaneNumbers;
import dev.patchbook.export.LookWords;
import dev.patchbook.export.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Which patches each character of a caption rests on: the caption to move along, and below it a map for each way of telling, with
 * how alike they order the patches.
 */
public final class TokenLanes extends VBox {
    private final Segments sources = new Segments("text", "its own caption", "what it writes", "another");
    private final TextField another = new TextField();
    private final Segments scale = new Segments("scale", "per map", "shared");
    private final Waiting waiting = new Waiting("Compute");
    private final Label note = Views.label("", "view-muted");
    private final CaptionChips chips = new CaptionChips();
    private final Lane attention = new Lane(LaneMethod.ATTENTION);
    private final Lane gradient = new Lane(LaneMethod.GRADIENT);
    private final Lane occlusion = new Lane(LaneMethod.COVERING);
    private final Facts facts = new Facts();
    private final Label agreement = Views.label("", "view-muted");
    private final WrapRow row = new WrapRow(24, 16, false);
    private final PlayKey play = new PlayKey();
    private final VBox results = new VBox(12, note, play, chips, row);
    private BiConsumer<TextLook.Source, String> onText = (source, text) -> {};
    private @Nullable TokenMaps shown;
    private TextLook.Source source = TextLook.Source.OWN;
    private boolean shared;

    /** Nothing computed yet. */
    public TokenLanes() {
        super(12);
        getStyleClass().add("token-lanes");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.setMaxWidth(720);
        another.setPromptText("a caption, then Enter");
        another.setAccessibleText("another caption to look at; Enter computes");
        another.setPrefColumnCount(18);
        another.setMinWidth(0);
        WrapRow texts = new WrapRow(12, 8, true);
        HBox scaling = new HBox(8, Views.label("scale", "view-muted"), scale);
        scaling.setAlignment(Pos.CENTER_LEFT);
        texts.getChildren().addAll(sources, another, scaling);
        getChildren().addAll(texts, waiting);
        agreement.setWrapText(true);
        agreement.setMinHeight(USE_PREF_SIZE);
        agreement.setPrefWidth(240);
        agreement.setMaxWidth(240);
        row.getChildren().addAll(attention, gradient, occlusion, new VBox(12, facts, agreement));
        sources.mark(0);
        scale.mark(0);
        sources.onChoose(this::choose);
        another.setOnAction(e -> ask());
        scale.onChoose(index -> {
            shared = index == 1;
            draw();
        });
        chips.setOnSelected(index -> draw());
        chips.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.SPACE) {
                play.press();
                e.consume();
            }
        });
        lanes().forEach(lane -> lane.onShown(patch -> follow(lane)));
        choose(0, false);
        clear();
    }

    private List<Lane> lanes() {
        return List.of(attention, gradient, occlusion);
    }

    private void choose(int index) {
        choose(index, true);
    }

    private void choose(int index, boolean tell) {
        source = TextLook.Source.values()[index];
        Views.show(another, source == TextLook.Source.GIVEN);
        if (!tell) {
            return;
        }
        if (source == TextLook.Source.GIVEN && another.getText().isBlank()) {
            another.requestFocus();
        } else {
            ask();
        }
    }

    private void ask() {
        onText.accept(source, source == TextLook.Source.GIVEN ? another.getText() : "");
    }

    /** Called with the text that is to be looked at: where it comes from, and what it is where it is given. */
    public void onText(BiConsumer<TextLook.Source, String> listener) {
        onText = listener;
    }

    /** The text that was chosen before. */
    public void restore(TextLook.Source chosen, String text) {
        another.setText(text);
        sources.mark(chosen.ordinal());
        choose(chosen.ordinal(), false);
    }

    /** Asks for the text that is chosen. */
    public void compute() {
        ask();
    }

    /** What says how far it is. */
    public Waiting waiting() {
        return waiting;
    }

    /** What has the characters gone through by themselves. */
    public PlayKey play() {
        return play;
    }

    /** Goes to the next character, or to the first from the last; whether there are more after it. */
    public boolean advance() {
        TokenMaps maps = shown;
        int count = maps == null ? 0 : maps.tokens().size();
        if (count == 0) {
            return false;
        }
        chips.select((chips.selected() + 1) % count);
        return chips.selected() < count - 1;
    }

    /** Whether there is something to see. */
    public boolean filled() {
        return shown != null;
    }

    /** Nothing is computed any more. */
    public void clear() {
        shown = null;
        show(false);
    }

    private void show(boolean is) {
        getChildren().remove(results);
        if (is) {
            getChildren().add(results);
        }
    }

    /** Shows maps; the last character stays chosen where there still is one. */
    public void show(TokenMaps maps) {
        shown = maps;
        waiting.done();
        boolean attends = maps.attention().isPresent();
        Views.show(attention, attends);
        maps.attention().ifPresent(all -> attention.show(maps.resized(), all));
        gradient.show(maps.resized(), maps.gradient());
        occlusion.show(maps.resized(), maps.occlusion());
        note.setText((attends ? "" : AttentionWords.ONE_TOKEN_LANES + " ") + LookWords.on(maps.step()));
        int before = chips.selected();
        chips.show("", letters(maps), false);
        show(true);
        chips.select(Math.max(0, Math.min(before < 0 ? 0 : before, maps.tokens().size() - 1)));
        draw();
    }

    private static List<Letter> letters(TokenMaps maps) {
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < maps.tokens().size(); i++) {
            letters.add(new Letter(maps.tokens().get(i), Math.exp(maps.logs().data()[i])));
        }
        return letters;
    }

    private void draw() {
        TokenMaps maps = shown;
        int token = chips.selected();
        if (maps == null || token < 0 || token >= maps.tokens().size()) {
            return;
        }
        String name = name(maps, token);
        for (Lane lane : lanes()) {
            if (lane.isManaged()) {
                lane.choose(token, name, shared);
            }
        }
        describe(maps, token);
    }

    private static String name(TokenMaps maps, int token) {
        return "“" + TokenWords.visible(maps.tokens().get(token)) + "” at " + token;
    }

    private void follow(Lane from) {
        for (Lane lane : lanes()) {
            if (lane != from && lane.isManaged()) {
                lane.canvas().mark(from.canvas().hovered());
                lane.canvas().choose(from.canvas().chosen());
            }
        }
        TokenMaps maps = shown;
        if (maps != null && chips.selected() >= 0) {
            describe(maps, chips.selected(), from.canvas().shown());
        }
    }

    private void describe(TokenMaps maps, int token) {
        describe(maps, token, gradient.canvas().shown());
    }

    private void describe(TokenMaps maps, int token, int patch) {
        List<String> all = new ArrayList<>();
        all.addAll(List.of("character", name(maps, token)));
        all.addAll(List.of("log-probability", Numbers.significant(maps.logs().data()[token], 3) + " nats"));
        all.addAll(List.of("patch", patch < 0 ? "point at one" : AttentionWords.where(patch, maps.grid())));
        for (Lane lane : lanes()) {
            if (lane.isManaged()) {
                all.addAll(List.of(lane.method().name(), patch < 0 ? "–" : lane.value(patch)));
            }
        }
        facts.show(all);
        agreement.setText(LaneNumbers.agreement(maps, token));
    }

    /** What is shown as numbers, a row a character and patch. */
    public List<Sheet> sheets() {
        TokenMaps maps = shown;
        return maps == null ? List.of() : List.of(LaneNumbers.sheet(maps));
    }

    CaptionChips chips() {
        return chips;
    }

    Facts facts() {
        return facts;
    }

    Label note() {
        return note;
    }

    Label agreement() {
        return agreement;
    }

    Lane lane(int index) {
        return lanes().get(index);
    }

    Segments sources() {
        return sources;
    }

    TextField another() {
        return another;
    }
}
