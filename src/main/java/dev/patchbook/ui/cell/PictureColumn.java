package dev.patchbook.ui.cell;

import dev.patchbook.base.Picture;
import dev.patchbook.engine.Generation;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.notebook.OwnPicture;
import dev.patchbook.ui.view.PictureView;
import dev.patchbook.ui.view.WrapRow;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The picture a caption is written for, how the model sees it, and the ways to another one. */
final class PictureColumn extends VBox {
    private static final double PICTURE = 172;
    private static final double SMALL = 96;

    private final PictureView picture = new PictureView(PICTURE);
    private final Label which = new Label();
    private final PictureView resized = new PictureView(SMALL);
    private final Label size = new Label();
    private final Label reference = new Label();

    PictureColumn(OwnPicture own) {
        super(8);
        for (Label label : List.of(which, size, reference)) {
            label.getStyleClass().add("fact-name");
            label.setWrapText(true);
            label.setMaxWidth(PICTURE);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        Button open = button("Open…", Icon.OPEN, "Caption a picture file of your own; it can be dropped here, too");
        open.setOnAction(e -> own.open());
        Button paste = button("Paste", Icon.PASTE, "Caption the picture on the clipboard (V)");
        paste.setOnAction(e -> own.paste());
        WrapRow buttons = new WrapRow(4, 4, true);
        buttons.getChildren().addAll(open, paste);
        buttons.setPrefWidth(PICTURE);
        buttons.setMaxWidth(PICTURE);
        getChildren().addAll(picture, which, buttons, resized, size, reference);
        setMinWidth(Region.USE_PREF_SIZE);
        seen(null);
    }

    private static Button button(String text, Icon icon, String tip) {
        Button button = new Button(text, icon.node());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(text + ": " + tip);
        return button;
    }

    /** While the caption is written. */
    void show(Picture now, String name) {
        Shown.when(picture, true);
        picture.show(now, name);
        which.setText(name);
        reference.setText("");
        seen(null);
    }

    /** Whether there is a picture. */
    boolean filled() {
        return picture.picture() != null && picture.isVisible();
    }

    /** While the caption of a picture is written that is not at hand. */
    void clear() {
        Shown.when(picture, false);
    }

    void show(Generation done) {
        Shown.when(picture, true);
        String name = Look.picture(done.settings().image());
        picture.show(done.picture(), name + ": " + done.caption());
        which.setText(name);
        reference.setText(done.reference().isEmpty() ? "" : "its own caption: " + done.reference());
        seen(done.resized());
    }

    private void seen(@Nullable Picture small) {
        Shown.when(resized, small != null);
        Shown.when(size, small != null);
        Shown.when(reference, !reference.getText().isEmpty());
        if (small != null) {
            String words = "as the model sees it: " + small.width() + " × " + small.height() + " pixels";
            resized.show(small, words);
            size.setText(words);
        }
    }
}
