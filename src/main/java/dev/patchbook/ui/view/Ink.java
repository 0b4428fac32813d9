package dev.patchbook.ui.view;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Colours and fonts of what is drawn on a canvas, taken from the style sheet: one empty text per ink stands in the scene, and
 * what the style sheet makes of it is what is drawn with. A change of theme or text size arrives as a change of these.
 */
final class Ink extends Group {
    /** What is drawn; the style class is {@code ink-} and the name in lower case. */
    enum Kind {
        TEXT,
        MUTED,
        MONO,
        GRID,
        BACKGROUND,
        SUBTLE,
        ACCENT,
        ORANGE,
        DANGER,
        OVERLAY,
        GUIDE,
        RUN1,
        RUN2,
        RUN3,
        RUN4,
        RUN5,
        RUN6,
        RUN7
    }

    private final Map<Kind, Text> probes = new EnumMap<>(Kind.class);

    /** Calls back whenever an ink changed. */
    Ink(Runnable changed) {
        setManaged(false);
        setMouseTransparent(true);
        for (Kind kind : Kind.values()) {
            Text probe = new Text();
            probe.getStyleClass().addAll("ink", "ink-" + kind.name().toLowerCase(Locale.ROOT));
            probe.fillProperty().addListener((property, old, now) -> changed.run());
            probe.fontProperty().addListener((property, old, now) -> changed.run());
            probes.put(kind, probe);
            getChildren().add(probe);
        }
    }

    /** The colour of an ink. */
    Color color(Kind kind) {
        Paint fill = probe(kind).getFill();
        return fill instanceof Color color ? color : Color.GRAY;
    }

    /** The font of an ink. */
    Font font(Kind kind) {
        return probe(kind).getFont();
    }

    private Text probe(Kind kind) {
        Text probe = probes.get(kind);
        if (probe == null) {
            throw new IllegalStateException("no ink " + kind);
        }
        return probe;
    }
}
