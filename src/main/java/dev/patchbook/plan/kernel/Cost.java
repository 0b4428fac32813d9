package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a node cannot do without: the products of its matrix multiplications, and its inputs read and its outputs written once.
 *
 * @param flops multiplications and additions of its matrix products; 0 for a node without
 * @param bytes of inputs and outputs
 */
public record Cost(double flops, double bytes) {
    /** The cost of a node. */
    public static Cost of(String operation, Node node) {
        double bytes = 0;
        for (Tensor input : node.inputs()) {
            bytes += Float.BYTES * (double) input.length();
        }
        for (Tensor output : node.outputs()) {
            bytes += output == null ? 0 : Float.BYTES * (double) output.length();
        }
        return new Cost(flops(operation, node), bytes);
    }

    /** Of both. */
    public Cost plus(Cost other) {
        return new Cost(flops + other.flops, bytes + other.bytes);
    }

    private static double flops(String operation, Node node) {
        return switch (operation) {
            case "patchbook_linear" -> linear(node);
            case "patchbook_linear_bp" ->
                linear(node) * ((node.optional(0) == null ? 0 : 1) + (node.optional(1) == null ? 0 : 1));
            case "patchbook_attention" -> 2 * attention(node);
            case "patchbook_attention_bp" -> 4 * attention(node);
            case "patchbook_query_attention" -> new QuerySlices(node).flops();
            case "patchbook_query_attention_bp" -> 2 * new QuerySlices(node).flops();
            default -> 0;
        };
    }

    private static double linear(Node node) {
        return 2.0 * node.in(0).length() * node.in(1).size(0);
    }

    /** One product of queries and keys, of all heads. */
    private static double attention(Node node) {
        AttentionSlices form = new AttentionSlices(node);
        return 2.0 * form.slices() * form.area() * form.headWidth;
    }

    /** The shapes a node reads, for people. */
    public static String shapes(Node node) {
        List<Tensor> inputs = node.inputs();
        return inputs.stream()
                .limit(2)
                .map(input ->
                        Arrays.stream(input.shape()).mapToObj(Long::toString).collect(Collectors.joining("x")))
                .collect(Collectors.joining(" "));
    }
}
