package dev.patchbook.ui.cell;

import dev.patchbook.base.Picture;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.view.PictureView;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The top of a column: a pinned picture with its name, and what takes it off again. */
final class PinTop extends HBox {
    private static final double SIDE = 48;

    /** Without a way to take it off where none is given. */
    PinTop(String pin, Optional<Picture> picture, Optional<Runnable> unpin) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("pin-top");
        setMinWidth(0);
        Label name = new Label(pin);
        name.getStyleClass().add("fact-name");
        name.setMinWidth(0);
        getChildren().addAll(seen(pin, picture), name);
        unpin.ifPresent(off -> {
            Button button = new Button(null, Icon.CLOSE.node());
            button.getStyleClass().addAll("quiet", "tiny");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setAccessibleText("Unpin " + Look.picture(pin));
            button.setTooltip(new Tooltip("Unpin: no captions of it from the next run on"));
            button.setOnAction(e -> off.run());
            getChildren().add(button);
        });
    }

    private static Node seen(String pin, Optional<Picture> picture) {
        if (picture.isEmpty()) {
            Region none = new Region();
            none.setMinSize(SIDE, SIDE);
            none.setMaxSize(SIDE, SIDE);
            none.getStyleClass().add("pin-missing");
            return none;
        }
        PictureView view = new PictureView(SIDE);
        view.setMinSize(SIDE, SIDE);
        view.setMaxSize(SIDE, SIDE);
        view.show(picture.get(), Look.picture(pin));
        return view;
    }
}
