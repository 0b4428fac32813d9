package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.ImageMap;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One picture out of many, large, with its caption, what the model writes of it, and where it can be looked at closer. */
public final class OpenedPicture extends VBox {
    private static final double SIDE = 256;

    private final PictureView picture = new PictureView(SIDE);
    private final Label name = Views.label("", "view-strong");
    private final Label own = Views.label("", "view-mono");
    private final Label written = Views.label("", "view-mono");
    private final Waiting waiting = new Waiting("Write");
    private final Label none =
            Views.label("A patches or attention cell on the same model would look at it closer.", "view-muted");
    private final WrapRow ways = new WrapRow(8, 8, true);
    private Runnable onClose = () -> {};

    OpenedPicture() {
        super(8);
        getStyleClass().add("opened-picture");
        for (Label label : List.of(own, written, none)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.setMaxWidth(SIDE);
        }
        written.getStyleClass().add("opened-written");
        ways.setMaxWidth(SIDE);
        Button close = new Button("Close");
        close.setMinWidth(USE_PREF_SIZE);
        close.setAccessibleText("Close the picture");
        close.setOnAction(e -> {
            close();
            onClose.run();
        });
        getChildren()
                .addAll(
                        name,
                        new HBox(picture),
                        Views.label("its own caption", "view-muted"),
                        own,
                        Views.label("the model writes", "view-muted"),
                        written,
                        waiting,
                        none,
                        ways,
                        close);
        close();
    }

    /** Opens a picture, small as it is, until it comes large. */
    void open(ImageMap.Image image) {
        Views.show(this, true);
        name.setText(image.name());
        picture.show(image.picture(), image.name() + ": " + image.caption());
        own.setText(TokenWords.caption(image.caption()));
        written.setText("");
    }

    /** Called when a person closes it. */
    void onClose(Runnable listener) {
        onClose = listener;
    }

    /** Nothing is open. */
    public void close() {
        Views.show(this, false);
    }

    /** The picture as given. */
    public void show(Picture large) {
        picture.show(large, name.getText() + ": " + own.getText());
    }

    /** What the model writes of it. */
    public void writes(String caption) {
        waiting.done();
        written.setText(TokenWords.caption(caption));
    }

    /** What says how far the caption is. */
    public Waiting waiting() {
        return waiting;
    }

    /** Cells in which it can be looked at closer, and what is called with the one chosen. */
    public void offer(List<String> cells, Consumer<String> chosen) {
        Views.show(none, cells.isEmpty());
        ways.getChildren().clear();
        for (String cell : cells) {
            Button button = new Button("Look at it in " + cell);
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleText("Look at " + name.getText() + " in the cell " + cell);
            button.setOnAction(e -> chosen.accept(cell));
            ways.getChildren().add(button);
        }
    }

    String written() {
        return written.getText();
    }

    PictureView picture() {
        return picture;
    }
}
