package dev.patchbook.ui.view;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Sizes of texts and strings cut to fit; on the JavaFX thread alone. */
final class Measure {
    private static final Text PROBE = new Text();
    private static final int MOST = 1000;

    /** A chart that is drawn anew asks for the same few words each time; the oldest are forgotten. */
    private static final Map<Asked, Double> WIDTHS = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Double> eldest) {
            return size() > MOST;
        }
    };

    /** Asked for at each layout, of the few fonts there are. */
    private static final Map<Font, Double> HEIGHTS = new HashMap<>();

    private record Asked(String text, Font font) {}

    private Measure() {}

    /** Width of a text on one line. */
    static double width(String text, Font font) {
        return WIDTHS.computeIfAbsent(new Asked(text, font), asked -> {
            PROBE.setFont(font);
            PROBE.setText(text);
            return PROBE.getLayoutBounds().getWidth();
        });
    }

    /** Height of a line. */
    static double height(Font font) {
        return HEIGHTS.computeIfAbsent(font, each -> {
            PROBE.setFont(each);
            PROBE.setText("Ég");
            return PROBE.getLayoutBounds().getHeight();
        });
    }

    /** The text, or as much of its start as fits with an ellipsis; empty if not even that fits. */
    static String fit(String text, Font font, double width) {
        if (width(text, font) <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(cut(text, middle), font) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : cut(text, low);
    }

    private static String cut(String text, int length) {
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "…";
    }
}
