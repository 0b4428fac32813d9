package dev.patchbook.chart;

import java.util.Locale;

/**
 * What a drawing is drawn with: a colour for a drawing on its own, on white; the window has one of its own for each theme,
 * and a page gives another one by the class, as at night. Runs beside each other have the colours of Okabe and Ito ("Color
 * Universal Design", 2008), which those who see fewer colours can tell apart.
 */
public enum Paint {
    GRID("#d8dee4"),
    GUIDE("#eaeef2"),
    MUTED("#57606a"),
    TEXT("#1f2328"),
    TRAINING("#0969da"),
    VALIDATION("#bc4c00"),
    DANGER("#cf222e"),
    BACKGROUND("#ffffff"),
    RUN1("#0072b2"),
    RUN2("#d55e00"),
    RUN3("#009e73"),
    RUN4("#cc79a7"),
    RUN5("#e69f00"),
    RUN6("#56b4e9"),
    RUN7("#1f2328");

    private static final int RUNS = 7;

    private final String color;

    Paint(String color) {
        this.color = color;
    }

    /** The colour of a run among others; after the seventh they begin again. */
    public static Paint run(int index) {
        return values()[RUN1.ordinal() + index % RUNS];
    }

    String color() {
        return color;
    }

    String strokeClass() {
        return "s-" + name().toLowerCase(Locale.ROOT);
    }

    String fillClass() {
        return "f-" + name().toLowerCase(Locale.ROOT);
    }
}
