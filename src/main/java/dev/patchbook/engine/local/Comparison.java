package dev.patchbook.engine.local;

import dev.patchbook.engine.Tools.Difference;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Compares values with reference values, and keeps the largest differences and the first that is too large. */
final class Comparison {
    /** What a difference is measured against. */
    private enum Measure {
        /** As it is. */
        ABSOLUTE,
        /** One and the value: absolute plus relative. */
        MIXED,
        /** The tensor's largest entry. */
        LARGEST
    }

    /** What is compared, and how close it must be. */
    enum Group {
        ACTIVATIONS(1e-4, Measure.MIXED),
        ATTENTION(1e-4, Measure.MIXED),
        LOGITS(1e-4, Measure.MIXED),
        LOSS(1e-5, Measure.ABSOLUTE),
        GRADIENTS(1e-3, Measure.LARGEST),
        ADAM(5e-3, Measure.ABSOLUTE),
        GREEDY(1e-3, Measure.MIXED);

        private final double tolerance;
        private final Measure measure;

        Group(double tolerance, Measure measure) {
            this.tolerance = tolerance;
            this.measure = measure;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Group, Difference> groups = new EnumMap<>(Group.class);
    private Optional<String> first = Optional.empty();

    /** Compares a tensor. */
    void values(Group group, String name, float[] expected, float[] actual) {
        if (expected.length != actual.length) {
            diverge(name + " has " + actual.length + " values instead of " + expected.length);
            return;
        }
        double largest = largest(expected);
        Difference worst = new Difference(0, 0);
        for (int i = 0; i < expected.length; i++) {
            double abs = Math.abs((double) actual[i] - expected[i]);
            double rel = abs / scale(group.measure, expected[i], largest);
            double judged = group.measure == Measure.ABSOLUTE ? abs : rel;
            if (!(judged <= group.tolerance)) { // NaN differs too
                diverge(String.format(Locale.ROOT, "%s[%d] is %.6g instead of %.6g", name, i, actual[i], expected[i]));
            }
            worst = new Difference(Math.max(worst.abs(), abs), Math.max(worst.rel(), rel));
        }
        widen(group, worst);
    }

    /** Compares ids, which must be equal. */
    void tokens(Group group, String name, int[] expected, int[] actual) {
        if (!Arrays.equals(expected, actual)) {
            int at = Arrays.mismatch(expected, actual);
            diverge(name + " differs at token " + at + ": " + Arrays.toString(actual) + " instead of "
                    + Arrays.toString(expected));
        }
        widen(group, new Difference(0, 0));
    }

    private static double scale(Measure measure, double expected, double largest) {
        double scale = switch (measure) {
            case ABSOLUTE -> Math.abs(expected);
            case MIXED -> 1 + Math.abs(expected);
            case LARGEST -> largest;
        };
        return Math.max(scale, 1e-12); // equal zeros do not differ
    }

    private static double largest(float[] values) {
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private void widen(Group group, Difference other) {
        groups.merge(group, other, (a, b) -> new Difference(Math.max(a.abs(), b.abs()), Math.max(a.rel(), b.rel())));
    }

    private void diverge(String what) {
        if (first.isEmpty()) {
            first = Optional.of(what);
        }
    }

    /** The first difference that is too large, in words. */
    Optional<String> first() {
        return first;
    }

    /** Largest differences by group, in the order of the data's way through the model. */
    Map<String, Difference> differences() {
        Map<String, Difference> all = new LinkedHashMap<>();
        groups.forEach((group, difference) -> all.put(group.id(), difference));
        return all;
    }
}
