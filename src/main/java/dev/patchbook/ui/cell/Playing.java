package dev.patchbook.ui.cell;

import dev.patchbook.ui.fx.Ticker;

/** A caption written on by itself, character by character, at one of three paces. */
final class Playing {
    /** Milliseconds a character: slow, medium, fast. */
    private static final long[] PACES = {600, 200, 60};

    private final Runnable beat;
    private int pace = 1;
    private Ticker ticker;
    private boolean on;

    Playing(Runnable beat) {
        this.beat = beat;
        this.ticker = new Ticker(PACES[pace], beat);
    }

    boolean on() {
        return on;
    }

    void start() {
        on = true;
        ticker.on(true);
    }

    void halt() {
        on = false;
        ticker.on(false);
    }

    /** Which pace: 0 slow, 1 medium, 2 fast. */
    int pace() {
        return pace;
    }

    void pace(int index) {
        ticker.on(false);
        pace = index;
        ticker = new Ticker(PACES[index], beat);
        ticker.on(on);
    }
}
