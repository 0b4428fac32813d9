package dev.patchbook.chart;

import dev.patchbook.chart.VisionChoice.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which of the maps of who reads whom in a text is drawn, and how.
 *
 * @param kind one head's weights, or those of a block's heads made one
 * @param shared whether all maps of a kind share one scale
 * @param without heads of each block that are left out where heads are made one
 */
public record TextChoice(Kind kind, boolean shared, Set<Integer> without) {
    /** One head, each map in its own scale, all heads in. */
    public static final TextChoice DEFAULT = new TextChoice(Kind.HEAD, false, Set.of());

    /** What can be drawn of a text: rollout is of the picture alone. */
    public static final List<Kind> KINDS = List.of(Kind.HEAD, Kind.MEAN, Kind.MAX, Kind.MIN);

    /** Copies the set. */
    public TextChoice {
        without = Set.copyOf(without);
    }

    /** Whether the heads of a block are made one. */
    public boolean fused() {
        return kind != Kind.HEAD;
    }

    /** With another kind. */
    public TextChoice withKind(Kind other) {
        return new TextChoice(other, shared, without);
    }

    /** With one scale for all, or one each. */
    public TextChoice withShared(boolean other) {
        return new TextChoice(kind, other, without);
    }

    /** With other heads left out. */
    public TextChoice leaving(Set<Integer> heads) {
        return new TextChoice(kind, shared, heads);
    }

    /** Without heads that are not there; with all where none would be left. */
    public TextChoice among(int heads) {
        Set<Integer> there = without.stream().filter(head -> head < heads).collect(Collectors.toUnmodifiableSet());
        return new TextChoice(kind, shared, there.size() < heads ? there : Set.of());
    }

    /** What is drawn of a block with so many heads, for people. */
    String words(int heads) {
        if (without.isEmpty()) {
            return kind.words();
        }
        String in = IntStream.range(0, heads)
                .filter(head -> !without.contains(head))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        return kind.words() + " " + in + " of " + heads;
    }
}
