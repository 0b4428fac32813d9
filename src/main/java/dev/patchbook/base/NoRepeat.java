package dev.patchbook.base;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which tokens would write a stretch of so many tokens a second time (n-gram blocking; Paulus et al., 2018). */
public final class NoRepeat {
    private NoRepeat() {}

    /**
     * Tokens that may not follow.
     *
     * @param text ids so far
     * @param length of a stretch that is not to stand twice; 0: none is refused
     */
    public static Set<Integer> refused(List<Integer> text, int length) {
        Set<Integer> refused = new HashSet<>();
        int before = length - 1;
        if (length == 0 || text.size() < length) {
            return refused;
        }
        List<Integer> end = text.subList(text.size() - before, text.size());
        for (int i = 0; i + before < text.size(); i++) {
            if (text.subList(i, i + before).equals(end)) {
                refused.add(text.get(i + before));
            }
        }
        return refused;
    }

    /** The scores with those of refused tokens at minus infinity; unchanged where none or all are refused. */
    public static float[] masked(float[] logits, Set<Integer> refused) {
        if (refused.isEmpty() || refused.size() >= logits.length) {
            return logits;
        }
        float[] masked = logits.clone();
        refused.forEach(token -> masked[token] = Float.NEGATIVE_INFINITY);
        return masked;
    }
}
