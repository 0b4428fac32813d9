package dev.patchbook.ui.fx;

import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/**
 * Measures how smooth the window is: the longest time between two pulses of the toolkit while it runs. While it measures,
 * the toolkit pulses without a pause, so a gap is time in which the window could not have answered.
 */
public final class PulseMeter {
    private static final double NANOS_PER_MILLI = 1e6;

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse(System.nanoTime());
        }
    };
    private long last;
    private long longest;
    private long total;
    private long pulses;
    private long over50;

    /** What was measured. */
    public record Reading(long pulses, double longestMs, double meanMs, long over50) {
        @Override
        public String toString() {
            return String.format(
                    java.util.Locale.ROOT,
                    "longest gap between two pulses %.1f ms, mean %.1f ms, %d over 50 ms, %d pulses",
                    longestMs,
                    meanMs,
                    over50,
                    pulses);
        }
    }

    /** Starts afresh; on the JavaFX thread. */
    public void start() {
        last = 0;
        longest = 0;
        total = 0;
        pulses = 0;
        over50 = 0;
        timer.start();
    }

    /** Stops measuring; on the JavaFX thread. */
    public Reading stop() {
        timer.stop();
        return reading();
    }

    /** What was measured since the start; on the JavaFX thread. */
    public Reading reading() {
        return new Reading(
                pulses, longest / NANOS_PER_MILLI, pulses == 0 ? 0 : total / NANOS_PER_MILLI / pulses, over50);
    }

    /** Measures from now on and tells every few seconds what the last ones were like. */
    public static void report(Consumer<Reading> sink) {
        PulseMeter meter = new PulseMeter();
        meter.start();
        Timeline timeline = new Timeline(new KeyFrame(Duration.seconds(5), e -> {
            sink.accept(meter.stop());
            meter.start();
        }));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
    }

    private void pulse(long now) {
        if (last != 0) {
            long gap = now - last;
            longest = Math.max(longest, gap);
            total += gap;
            pulses++;
            if (gap > 50 * NANOS_PER_MILLI) {
                over50++;
            }
        }
        last = now;
    }
}
