package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.session.TextLine;
import dev.patchbook.session.TextTree;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.CaptionChips;
import dev.patchbook.ui.view.SurpriseKey;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The caption by the trained graph and by the articles' own loop, one below the other: where they part, and why. */
final class BothPane extends VBox {
    private static final String WHY =
            "Why they part: the articles' generate() feeds what came out of the blocks back in and adds"
                    + " the positions to it again for every character, and it reads the next one without the last norm (ln_f). The"
                    + " trained graph starts from the embeddings each time, as in training.";

    private final Sampling sampling;
    private final CellViewModel cell;
    private final CellCommands commands;
    private final TableJob<Generation> job;
    private final VBox found = new VBox(6);
    private final Label parts = new Label();
    private final Label ours = new Label("As trained");
    private final CaptionChips graph = new CaptionChips();
    private final Label theirs = new Label("The articles' loop");
    private final CaptionChips loop = new CaptionChips();
    private Optional<Generation> shown = Optional.empty();

    BothPane(Sampling sampling, CellViewModel cell, CellCommands commands) {
        super(8);
        this.sampling = sampling;
        this.cell = cell;
        this.commands = commands;
        job = new TableJob<>(commands, this::answer);
        job.name("Write it with the articles' loop, too");
        job.start().setOnAction(e -> ask());
        Label why = new Label(WHY);
        for (Label label : List.of(parts, why)) {
            label.getStyleClass().add("view-text");
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        for (Label label : List.of(ours, theirs)) {
            label.getStyleClass().add("fact-name");
            VBox.setMargin(label, new Insets(6, 0, 0, 0));
        }
        graph.name("caption as trained");
        loop.name("caption by the articles' loop");
        found.getChildren().addAll(parts, ours, graph, theirs, loop, new SurpriseKey(), why);
        Shown.when(found, false);
        getChildren().addAll(job, found);
        setMinWidth(0);
    }

    private void ask() {
        Optional<SampleRequest> request =
                commands.sampling(cell.id(), sampling.caption().settings(), true);
        if (request.isEmpty()) {
            job.refuse(Sampling.NO_MODEL);
        } else {
            job.ask(engine -> engine.sample(request.get(), token -> {}));
        }
    }

    private void answer(Generation published) {
        shown = Optional.of(sampling.caption());
        TextLine trained = sampling.tree().lines().get(0);
        TextLine articles = TextTree.of(published, List.of()).lines().get(0);
        int same = 0;
        while (same < Math.min(trained.length(), articles.length())
                && trained.ids().get(same).equals(articles.ids().get(same))) {
            same++;
        }
        graph.show(trained.settings().prompt(), Written.letters(trained, trained.length(), same), false);
        loop.show(articles.settings().prompt(), Written.letters(articles, articles.length(), same), false);
        parts.setText(words(trained, articles, same));
        Shown.when(found, true);
    }

    private static String words(TextLine trained, TextLine articles, int same) {
        if (same == trained.length() && same == articles.length()) {
            return "Both write the same text here. They need not: their probabilities differ at every character.";
        }
        return "They part at character " + (same + 1) + " (framed): as trained it is " + at(trained, same)
                + ", by the articles' loop " + at(articles, same) + ".";
    }

    private static String at(TextLine line, int place) {
        return place >= line.length()
                ? "at an end"
                : "“" + TokenWords.spoken(line.token(place)) + "” with probability "
                        + Numbers.probability(line.probability(place));
    }

    /** What was compared with another caption is no longer shown. */
    void show() {
        if (shown.isPresent() && !shown.get().equals(sampling.caption())) {
            shown = Optional.empty();
            Shown.when(found, false);
        }
    }

    /** Stops what runs. */
    void release() {
        job.release();
    }
}
