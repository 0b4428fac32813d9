package dev.patchbook.train;

import dev.patchbook.config.ParameterLayout;
import dev.patchbook.plan.Broken;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for the first tensor that broke: its layer by the articles' names, and which way the step was going. */
final class BrokenTensor {
    private static final Pattern LAYER = Pattern.compile("((?:vision_encoder|decoder)[\\w.]*?)(?:-grad.*|:\\d+)?");

    private BrokenTensor() {}

    /** For the middle of a sentence, as in {@code the output of decoder.blocks.1.ffn.0 (forward)}. */
    static String words(Broken broken, ParameterLayout layout) {
        String layer = layer(broken);
        if (broken.operation().isEmpty()) {
            boolean weight =
                    layout.entries().stream().anyMatch(entry -> entry.name().equals(layer));
            return weight ? "the weights " + layer : "what is read, " + layer;
        }
        boolean backward = broken.operation().endsWith("_bp") || broken.name().contains("-grad");
        return (backward ? "the gradient of " : "the output of ") + layer + (backward ? " (backward)" : " (forward)");
    }

    /** The layer a variable is of: its own name's, else that of the last thing it was made from that has one. */
    private static String layer(Broken broken) {
        Matcher own = LAYER.matcher(broken.name());
        if (own.matches()) {
            return own.group(1);
        }
        String found = broken.name();
        for (String input : broken.inputs()) {
            Matcher matcher = LAYER.matcher(input);
            found = matcher.matches() ? matcher.group(1) : found;
        }
        return found;
    }
}
