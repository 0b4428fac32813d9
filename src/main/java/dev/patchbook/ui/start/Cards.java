package dev.patchbook.ui.start;

import dev.patchbook.ui.view.ArrangedPane;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Cards of one width in rows, as many to a row as find room; all of a row are as tall as its tallest. */
final class Cards extends ArrangedPane {
    private static final double GAP = 12;
    private static final double LETTERS = 19;
    private final Label letter = new Label("m");

    Cards(List<? extends Node> cards) {
        letter.setVisible(false);
        letter.setManaged(false);
        getChildren().add(letter); // tells the size of the letters
        getChildren().addAll(cards);
    }

    private double least() {
        return LETTERS * letter.getFont().getSize();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 3 * least() + 2 * GAP;
    }

    @Override
    protected double arrange(double width, boolean place) {
        List<Node> cards = getManagedChildren();
        int columns = Math.max(1, Math.min(cards.size(), (int) ((width + GAP) / (least() + GAP))));
        double wide = (width - (columns - 1) * GAP) / columns;
        double y = 0;
        for (int start = 0; start < cards.size(); start += columns) {
            List<Node> row = cards.subList(start, Math.min(cards.size(), start + columns));
            double tall = row.stream()
                    .mapToDouble(card -> card.prefHeight(wide))
                    .max()
                    .orElse(0);
            for (int i = 0; place && i < row.size(); i++) {
                row.get(i).resizeRelocate(snapPositionX(i * (wide + GAP)), y, snapSizeX(wide), tall);
            }
            y += snapSizeY(tall) + GAP;
        }
        return Math.max(0, y - GAP);
    }
}
