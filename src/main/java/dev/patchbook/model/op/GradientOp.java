package dev.patchbook.model.op;

import java.util.Arrays;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The backward half of a {@link FusedOp}: named after it with {@code _bp}, with its arguments, and with one output for each
 * input that has a gradient, shaped like that input.
 */
final class GradientOp extends FusedOp {
    private final String name;
    private final int[] like;

    /**
     * Puts the operation into the gradient graph.
     *
     * @param forward what is differentiated
     * @param inputs whatever the kernel reads
     * @param like for each output, the input it is shaped like
     */
    GradientOp(FusedOp forward, SDVariable[] inputs, int... like) {
        this(forward.opName() + "_bp", forward, inputs, like);
    }

    private GradientOp(String name, FusedOp forward, SDVariable[] inputs, int[] like) {
        this.name = name;
        this.like = like.clone();
        this.iArguments.addAll(Arrays.stream(forward.iArgs()).boxed().toList());
        this.tArguments.addAll(Arrays.stream(forward.tArgs()).boxed().toList());
        this.sameDiff = forward.getSameDiff();
        setInstanceId();
        sameDiff.addArgsFor(inputs, this);
    }

    @Override
    public String opName() {
        return name;
    }

    @Override
    public int getNumOutputs() {
        return like.length;
    }

    @Override
    public long[][] outputShapes(long[][] inputs) {
        long[][] shapes = new long[like.length][];
        for (int i = 0; i < like.length; i++) {
            shapes[i] = inputs[like[i]];
        }
        return shapes;
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
        throw new UnsupportedOperationException("second derivatives are not needed anywhere");
    }
}
