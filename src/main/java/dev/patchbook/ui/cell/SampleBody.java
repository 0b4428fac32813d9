package dev.patchbook.ui.cell;

import dev.patchbook.engine.Generation;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.CaptionView;
import dev.patchbook.ui.view.PictureView;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A caption as it is written, one character at a time, beside its picture; it can be played again. */
final class SampleBody extends OutputBody<SampleOutput> {
    private static final double PICTURE = 152;
    private static final double CAPTION_LEAST = 320;

    private final CaptionView caption = new CaptionView();
    private final PictureView picture = new PictureView(PICTURE);
    private final Label which = new Label();
    private final Label reference = new Label();
    private final VBox left = new VBox(8, picture, which, reference);
    private final Button play = new Button("Play again", Icon.REPLAY.node());
    private final Replay replay;

    SampleBody(CellViewModel cell, CellCommands commands) {
        super(SampleOutput.class, cell, commands);
        replay = new Replay(caption);
        pins.add(replay::stop);
        play.setMinWidth(Region.USE_PREF_SIZE);
        play.setTooltip(new Tooltip("Write this caption again, character by character"));
        play.setOnAction(e -> {
            if (cell.outputProperty().get() instanceof SampleOutput output) {
                output.generation().ifPresent(replay::play);
            }
        });
        pins.follow(cell.outputProperty(), output -> {
            play.setVisible(
                    output instanceof SampleOutput sample && sample.generation().isPresent());
            play.setManaged(play.isVisible());
        });
    }

    @Override
    protected List<Node> ownControls() {
        return List.of(play);
    }

    @Override
    protected Node build() {
        for (Label label : List.of(which, reference)) {
            label.getStyleClass().add("fact-name");
            label.setWrapText(true);
            label.setMaxWidth(PICTURE);
        }
        left.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(caption, javafx.scene.layout.Priority.ALWAYS);
        caption.setMinWidth(0);
        return new Beside(left, caption, CAPTION_LEAST, 24);
    }

    @Override
    protected List<Shown> shown(SampleOutput now) {
        Shown written = Shown.of("caption", "Caption and candidates", caption);
        return now.generation()
                .map(done -> List.of(Shown.of("picture", "Picture", done.picture()), written))
                .orElse(List.of(written));
    }

    @Override
    protected void show(SampleOutput now) {
        replay.stop();
        String image = Look.of(cell.cellProperty().get(), "image");
        String prompt = Look.of(cell.cellProperty().get(), "prompt");
        now.generation().ifPresentOrElse(done -> finished(done, image), () -> writing(prompt, now, image));
        left.setVisible(picture.picture() != null);
        left.setManaged(left.isVisible());
    }

    private void writing(String prompt, SampleOutput now, String image) {
        if (now.tokens().isEmpty()) {
            commands.picture(cell.id()).ifPresent(seen -> picture.show(seen, Look.picture(image)));
            which.setText(Look.picture(image));
            reference.setText("");
        }
        caption.show(prompt, now.tokens(), true);
    }

    private void finished(Generation done, String image) {
        caption.show(done.prompt(), done.tokens(), false);
        picture.show(done.picture(), Look.picture(image) + ": " + done.caption());
        which.setText(Look.picture(image));
        reference.setText(done.reference().isEmpty() ? "" : "its own caption: " + done.reference());
    }
}
