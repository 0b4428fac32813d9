package dev.patchbook.ui.cell;

import dev.patchbook.engine.TextScores;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.Caption;
import dev.patchbook.ui.view.CaptionChips;
import dev.patchbook.ui.view.CaptionView;
import dev.patchbook.ui.view.Views;
import dev.patchbook.ui.view.WrapRow;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A caption written one token at a time, with every alternative in reach, and the picture's own caption below it. */
final class WritePane extends VBox {
    private final Sampling sampling;
    private final Player player;
    private final Draws draws;
    private final CaptionView caption = new CaptionView();
    private final Tracing tracing;
    private final TextField other = new TextField();
    private final Button go = new Button("Branch");
    private final Button rewind = new Button("Rewind to here", Icon.UNDO.node());
    private final WrapRow ways = new WrapRow(8, 6, true);
    private final Label problem = new Label(null, Icon.WARNING.node());
    private final Label truth = new Label();
    private final CaptionChips given = new CaptionChips();
    private final Label which = new Label();

    WritePane(Sampling sampling, CellViewModel cell, CellCommands commands) {
        super(10);
        this.sampling = sampling;
        this.player = new Player(sampling);
        this.draws = new Draws(sampling, cell, commands);
        this.tracing = new Tracing(sampling, caption.trace(), cell, commands);
        caption.setOnPicked(sampling::pick);
        caption.chips().setOnRewind(place -> sampling.choose(sampling.line().number(), place));
        caption.setOnPlaced(this::placed);
        other.setPrefColumnCount(10);
        other.setPromptText("other characters");
        other.setAccessibleText("Other characters to go on with");
        other.setTooltip(new Tooltip("Goes on from the place shown with what you write here"));
        other.setOnAction(e -> write());
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setAccessibleText("Branch: go on with these characters");
        go.setOnAction(e -> write());
        rewind.setMinWidth(Region.USE_PREF_SIZE);
        rewind.setTooltip(new Tooltip("Go back to before this character (Backspace)"));
        rewind.setOnAction(e -> sampling.choose(sampling.line().number(), caption.place()));
        Label or = new Label("Pick a bar, or write");
        or.getStyleClass().add("fact-name");
        ways.getChildren().addAll(or, other, go, rewind);
        problem.getStyleClass().addAll("fact-name", "warned");
        given.name("its own caption");
        given.setOnSelected(this::said);
        for (Label label : List.of(problem, truth, which)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        truth.getStyleClass().add("fact-name");
        which.getStyleClass().add("fact-name");
        getChildren().addAll(player, draws, caption, ways, problem, truth, given, which);
        setMinWidth(0);
    }

    CaptionView caption() {
        return caption;
    }

    /** A caption while the engine writes it. */
    void writing(Caption now) {
        Shown.when(player, false);
        Shown.when(draws, false);
        Shown.when(ways, false);
        Shown.when(problem, false);
        tracing.away();
        caption.show(now);
        truth(TextScores.NONE);
    }

    void show() {
        Shown.when(player, true);
        Shown.when(draws, true);
        player.show();
        draws.show();
        caption.show(Written.of(sampling.line(), sampling.place(), sampling.draws()));
        problem.setText(sampling.problem());
        Shown.when(problem, !sampling.problem().isEmpty());
        Views.say(problem, sampling.problem());
        truth(sampling.caption().truth());
        placed();
    }

    /** Nothing is asked for any more. */
    void release() {
        tracing.release();
    }

    private void placed() {
        if (player.isVisible()) {
            tracing.follow(caption.chips().selected());
        }
        Shown.when(ways, player.isVisible() && caption.place() >= 0);
        Shown.when(rewind, caption.chips().selected() >= 0);
    }

    private void truth(TextScores read) {
        boolean some = !read.ids().isEmpty();
        Shown.when(truth, some);
        Shown.when(given, some);
        if (some) {
            truth.setText("Its own caption as the model reads it: " + Written.likelihood(read));
            given.show("", Written.given(read), false);
        }
        said(given.selected());
    }

    private void said(int index) {
        TextScores read = sampling.known() ? sampling.caption().truth() : TextScores.NONE;
        String words = index < 0 || index >= read.ids().size() ? "" : Written.instead(read, index);
        which.setText(words);
        Shown.when(which, given.isVisible() && !words.isEmpty());
    }

    private void write() {
        int at = caption.place();
        String text = other.getText();
        other.clear();
        sampling.write(at, text);
    }
}
