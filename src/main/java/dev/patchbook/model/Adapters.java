package dev.patchbook.model;

import dev.patchbook.config.Lora;
import dev.patchbook.config.Lora.Projection;
import java.util.List;
import java.util.function.Function;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The low-rank adapters beside some projections of an attention, whose outputs lie side by side: {@code W x + s B A dropout(x)}
 * (Hu et al., 2021). The weights of all heads count as one matrix, as in the paper.
 *
 * @param path of the attention
 * @param width C, of the input and of every projection's output
 * @param columns the projections, in the order of the output's columns
 */
record Adapters(ModelGraph graph, String path, int width, List<Projection> columns) {
    /**
     * The projections of x [R, C] with what their adapters add.
     *
     * @param name of the result
     * @param base puts the projections themselves into the graph, under the name it is given
     */
    SDVariable apply(String name, SDVariable x, Function<String, SDVariable> base) {
        Lora lora = graph.config().lora();
        List<Projection> adapted =
                columns.stream().filter(projection -> lora.on(path, projection)).toList();
        if (adapted.isEmpty()) {
            return base.apply(name);
        }
        SDVariable y = base.apply(name + ".base"); // [R, columns * C]
        for (int i = 0; i < adapted.size(); i++) {
            String result = i == adapted.size() - 1 ? name : name + ".adapted." + i;
            int column = columns.indexOf(adapted.get(i)) * width;
            y = graph.ops().addColumns(result, y, update(adapted.get(i), x), lora.scale(), column);
        }
        return y;
    }

    /** B A dropout(x): [R, C]. */
    private SDVariable update(Projection projection, SDVariable x) {
        int rank = graph.config().lora().rank();
        String adapter = path + "." + projection.id();
        SDVariable dropped = graph.adapterDropout(adapter + ".lora_dropout", x); // [R, C]
        SDVariable a = graph.parameter(adapter + ".lora_A.weight", rank, width);
        SDVariable down = graph.ops().linear(adapter + ".lora_A", dropped, a, null); // [R, rank]
        SDVariable b = graph.parameter(adapter + ".lora_B.weight", width, rank);
        return graph.ops().linear(adapter + ".lora_B", down, b, null); // [R, C]
    }
}
