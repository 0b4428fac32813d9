package dev.patchbook.checkpoint;

import dev.patchbook.config.Lora;
import dev.patchbook.config.Lora.Projection;
import dev.patchbook.config.ModelConfig;
import dev.patchbook.config.ParameterLayout;
import dev.patchbook.config.ParameterLayout.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model's weights with its adapters added to what they stand beside, {@code W + s B A}: the same model without adapters. */
public final class MergedWeights {
    private static final Pattern HEAD = Pattern.compile("(.*)\\.attn\\.heads\\.(\\d+)\\.(query|key|value)\\.weight");
    private static final Pattern PROJ = Pattern.compile("(.*)\\.attn\\.proj\\.weight");

    private MergedWeights() {}

    /**
     * The weights, in the order files have, computed as they are written.
     *
     * @param config of the model with its adapters
     * @param values gives a tensor of that model by its name
     */
    public static List<TensorSource> of(ModelConfig config, Function<String, float[]> values) {
        return ParameterLayout.of(config.with(Lora.NONE)).entries().stream()
                .map(entry -> new TensorSource(
                        entry.name(),
                        Arrays.stream(entry.shape()).mapToInt(Math::toIntExact).toArray(),
                        () -> merged(entry, config.lora(), values)))
                .toList();
    }

    private static float[] merged(Entry entry, Lora lora, Function<String, float[]> values) {
        float[] weight = values.apply(entry.name());
        Matcher head = HEAD.matcher(entry.name());
        Matcher proj = PROJ.matcher(entry.name());
        if (head.matches()) {
            Projection projection = Projection.valueOf(head.group(3).toUpperCase(Locale.ROOT));
            int row = Integer.parseInt(head.group(2)) * (int) entry.shape()[0];
            return lora.on(head.group(1), projection)
                    ? sum(weight, row, lora, head.group(1) + ".attn." + projection.id(), values)
                    : weight;
        }
        return proj.matches() && lora.on(proj.group(1), Projection.PROJ)
                ? sum(weight, 0, lora, proj.group(1) + ".attn.proj", values)
                : weight;
    }

    /** Rows of a matrix, the first of them number {@code row}, and the same rows of what its adapter adds; in double precision. */
    private static float[] sum(float[] weight, int row, Lora lora, String adapter, Function<String, float[]> values) {
        float[] a = values.apply(adapter + ".lora_A.weight"); // [rank, in]
        float[] b = values.apply(adapter + ".lora_B.weight"); // [out, rank]
        int rank = lora.rank();
        int in = a.length / rank;
        float[] sum = new float[weight.length];
        for (int i = 0; i < weight.length; i++) {
            double added = 0;
            for (int k = 0; k < rank; k++) {
                added += (double) b[(row + i / in) * rank + k] * a[k * in + i % in];
            }
            sum[i] = (float) (weight[i] + lora.scale() * added);
        }
        return sum;
    }
}
