package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import dev.patchbook.chart.AttentionWords;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.TokenTrace;
import dev.patchbook.engine.TraceLook.Way;
import dev.patchbook.export.LaneMethod;
import dev.patchbook.export.LookWords;
import dev.patchbook.export.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Which patches of the picture one token of a caption rests on, told in a way that is chosen. */
public final class TraceView extends VBox {
    private static final double SAME = 2e-3; // probabilities: the same weights but for rounding

    private final Segments three = new Segments("told by", "attention", "gradient", "covering");
    private final Segments two = new Segments("told by", "gradient", "covering");
    private final Waiting waiting = new Waiting("Compute");
    private final Lane lane = new Lane(LaneMethod.GRADIENT);
    private final Label readout = Views.label("", "view-text");
    private final Label note = Views.label("", "view-muted");
    private Consumer<Way> onWay = way -> {};
    private @Nullable TokenTrace shown;
    private int place = -1;

    /** Nothing to see yet. */
    public TraceView() {
        super(8);
        getStyleClass().add("trace-view");
        for (Label label : List.of(readout, note)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        setMinWidth(0);
        setMaxWidth(USE_PREF_SIZE);
        lane.untitled();
        three.onChoose(index -> onWay.accept(Way.values()[index]));
        two.onChoose(index -> onWay.accept(Way.values()[index + 1]));
        lane.onShown(patch -> read());
        waiting.done();
        Label title = Views.label("Patches behind the character", "view-strong");
        title.setWrapText(true);
        getChildren().addAll(title, three, two, lane, readout, waiting, note);
        Views.show(three, false);
        Views.show(two, false);
    }

    /** That of the map, or with large letters that of the choice above it: sentences wrap. */
    @Override
    protected double computePrefWidth(double height) {
        Segments ways = two.isManaged() ? two : three;
        return Math.max(Lane.WIDTH, ways.isManaged() ? snapSizeX(ways.prefWidth(-1)) : 0);
    }

    /** Says how far it is, begins and stops. */
    public Waiting waiting() {
        return waiting;
    }

    /** Called with the way of telling a person chooses. */
    public void onWay(Consumer<Way> listener) {
        onWay = listener;
    }

    /** Shows the picture with no map over it, and says why. */
    public void blank(Picture picture, String why) {
        shown = null;
        place = -1;
        lane.blank(picture, why);
        read();
        Views.show(note, false);
    }

    /** Marks a way of telling that is on its way. */
    public void mark(Way way) {
        three.mark(way.ordinal());
        two.mark(Math.max(0, way.ordinal() - 1));
    }

    /**
     * Shows which patches a token rests on.
     *
     * @param token its number
     * @param written how likely it was when it was written
     */
    public void show(TokenTrace trace, int token, double written) {
        waiting.done();
        Views.show(three, trace.attends());
        Views.show(two, !trace.attends());
        mark(trace.way());
        if (trace != shown) {
            lane.method(
                    switch (trace.way()) {
                        case ATTENTION -> LaneMethod.ATTENTION;
                        case GRADIENT -> LaneMethod.GRADIENT;
                        case COVERING -> LaneMethod.COVERING;
                    });
            lane.show(trace.resized(), trace.maps());
        }
        shown = trace;
        place = token;
        String name = TokenWords.visible(trace.tokens().get(token));
        lane.choose(token, "character " + (token + 1) + ", “" + name + "”", false);
        read();
        note.setText(notes(trace, token, written));
        Views.show(note, true);
    }

    private static String notes(TokenTrace trace, int token, double written) {
        double now = Math.exp(trace.logs().data()[token]);
        String moved = Math.abs(now - written) > SAME
                ? " They have changed since this was written: they hold the character likely at "
                        + Numbers.probability(now) + ", then it was " + Numbers.probability(written) + "."
                : "";
        return (trace.attends() ? "" : AttentionWords.ONE_TOKEN_LANES + " ") + LookWords.on(trace.step()) + moved;
    }

    private void read() {
        int patch = lane.canvas().shown();
        TokenTrace trace = shown;
        if (trace == null) {
            readout.setText("");
        } else if (patch < 0) {
            readout.setText(sentence(lane.strongest()));
        } else {
            readout.setText("Patch " + AttentionWords.where(patch, trace.grid()) + ": " + lane.value(patch));
        }
        Views.show(readout, trace != null);
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Whether there is a map. */
    public boolean filled() {
        return shown != null && place >= 0;
    }

    /** What is shown as numbers, a row a character and patch; empty where there is no map. */
    public List<Sheet> sheets() {
        TokenTrace trace = shown;
        if (trace == null) {
            return List.of();
        }
        int patches = trace.grid() * trace.grid();
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < trace.tokens().size() * patches; i++) {
            int token = i / patches;
            rows.add(List.of(
                    token + 1L,
                    TokenWords.spoken(trace.tokens().get(token)),
                    (double) trace.logs().data()[token],
                    (long) (i % patches),
                    (double) trace.maps().data()[i]));
        }
        String name = lane.method().name();
        List<String> head = List.of("character", "text", "log-probability (nats)", "patch", name);
        return List.of(new Sheet("patches", "Patches behind each character, by " + name, head, rows));
    }

    Lane lane() {
        return lane;
    }

    Label readout() {
        return readout;
    }

    Label note() {
        return note;
    }
}
