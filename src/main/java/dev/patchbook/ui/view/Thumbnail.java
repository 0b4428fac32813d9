package dev.patchbook.ui.view;

import dev.patchbook.engine.RowPage.Row;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundAL;

/**
 * A row as a tile: its picture, where it belongs, and two lines of its caption; all of it on hover. A tile is filled again and
 * again while the grid moves.
 */
final class Thumbnail extends VBox {
    static final double SIDE = 96;
    private static final int LINES = 2;
    private static final double SPACING = 4;
    private static final PseudoClass VALIDATION = PseudoClass.getPseudoClass("validation");
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

    private final PictureView picture = new PictureView(SIDE);
    private final Label part = Views.label("", "view-muted");
    private final Label caption = Views.label("", "view-text", "thumbnail-caption");
    private final Node linked = mark(Material2RoundAL.LINK);
    private final Node repeated = mark(Material2RoundAL.CONTENT_COPY);
    private final Tooltip tooltip = new Tooltip();
    private Optional<Row> row = Optional.empty();

    Thumbnail() {
        super(SPACING);
        getStyleClass().add("thumbnail");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        Region border = new Region();
        border.getStyleClass().add("thumbnail-border");
        border.setMouseTransparent(true);
        HBox marks = new HBox(2, repeated, linked);
        marks.setAlignment(Pos.BOTTOM_RIGHT);
        marks.setMouseTransparent(true);
        StackPane framed = new StackPane(picture, marks, border);
        framed.setMinSize(SIDE, SIDE);
        framed.setMaxSize(SIDE, SIDE);
        caption.setWrapText(true);
        caption.setMinHeight(0);
        caption.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(framed, part, caption);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        Tooltip.install(this, tooltip);
    }

    private static Node mark(Ikon sign) {
        FontIcon icon = new FontIcon(sign);
        icon.getStyleClass().add("pb-icon");
        StackPane mark = new StackPane(icon);
        mark.getStyleClass().add("thumbnail-mark");
        mark.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return mark;
    }

    /** Shows a row; empty: one that is still on its way. */
    void show(Optional<Row> shown) {
        if (shown.equals(row) && !part.getText().isEmpty()) {
            return;
        }
        row = shown;
        pseudoClassStateChanged(WAITING, shown.isEmpty());
        pseudoClassStateChanged(
                VALIDATION, shown.filter(each -> each.validation() >= 0).isPresent());
        picture.setVisible(shown.isPresent());
        linked.setVisible(shown.filter(each -> each.picture().shared()).isPresent());
        repeated.setVisible(shown.filter(each -> each.picture().rows() > 1).isPresent());
        part.setText(shown.map(Row::image).orElse("…"));
        caption.setText(shown.map(each -> each.caption().replace('\n', ' ')).orElse(""));
        String words = shown.map(Thumbnail::words).orElse("being read");
        shown.ifPresent(each -> picture.show(each.picture().seen(), words));
        tooltip.setText(words);
        setAccessibleText(words);
    }

    /** Where it belongs, what its picture shares with others, and the whole caption. */
    static String words(Row row) {
        String number = row.number() > 0 ? ", row " + row.number() : "";
        String shared = row.picture().shared() ? ", picture both in training and in validation" : "";
        String repeated =
                row.picture().rows() > 1 ? ", picture in " + row.picture().rows() + " rows" : "";
        return row.image() + number + shared + repeated + ": " + row.caption();
    }

    /** As wide as the picture, or as the longest name where letters are large: all tiles are equally wide. */
    double tileWidth() {
        return Math.max(SIDE, Math.ceil(Measure.width("validation 0000", part.getFont())));
    }

    /** Room for the picture, its name and the lines of a caption: all tiles are equally high. */
    double tileHeight() {
        double line = Math.ceil(Measure.height(caption.getFont())) + 1;
        return SIDE + 2 * SPACING + Math.ceil(Measure.height(part.getFont())) + LINES * line + 4;
    }
}
