package dev.patchbook.plan;

import static java.util.Objects.requireNonNull;

import dev.patchbook.base.ShapeRule;
import dev.patchbook.plan.MemoryPlanner.Block;
import dev.patchbook.plan.kernel.Cost;
import dev.patchbook.plan.kernel.Kernels;
import dev.patchbook.plan.kernel.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ops.CustomOp;

/**
 * A static, memory-planned executor of a SameDiff graph: which operations, in which order, on which memory is settled once; after
 * that a run only replays, allocating nothing. The same idea as in XLA and ONNX Runtime.
 */
public final class ExecutionPlan {
    /**
     * What a plan is made of.
     *
     * @param graph a forward graph, or a gradient function
     * @param bound arrays of the caller by variable: fed or learned ones that are read, and outputs that are written in place
     * @param outputs variables wanted; those not bound are read with {@link #output}
     */
    public record Request(SameDiff graph, Map<String, Tensor> bound, List<String> outputs) {}

    private final PlanStep[] steps;
    private final Arena arena;
    private final long generation;
    private final Map<String, Tensor> outputs = new HashMap<>();

    /** Makes the plan; its activations lie in the arena. */
    public ExecutionPlan(Request request, Arena arena, Workers workers) {
        Layout layout = new Layout(request);
        Tensor memory = arena.reserve(layout.floats);
        this.arena = arena;
        this.generation = arena.generation();
        this.steps = layout.bind(memory, workers);
        for (String name : request.outputs) {
            outputs.put(name, layout.tensor(name, memory));
        }
    }

    /** Runs the graph on what the bound arrays hold now. */
    public void run() {
        requireMemory();
        for (PlanStep step : steps) {
            step.kernel().run();
        }
    }

    /** Runs the graph and adds what each node takes. */
    public void run(PlanProfile profile) {
        requireMemory();
        profile.begin();
        for (PlanStep step : steps) {
            long start = System.nanoTime();
            step.kernel().run();
            long took = System.nanoTime() - start;
            profile.add(step.operation(), Cost.shapes(step.node()), Cost.of(step.operation(), step.node()), took);
        }
    }

    private void requireMemory() {
        if (arena.generation() != generation) {
            throw new IllegalStateException("this plan's memory went to a larger one");
        }
    }

    /**
     * Runs the graph, looking at every tensor as it comes, until one holds a number that is not finite: a given one before what
     * was made from it. Slow; for finding out what went wrong.
     */
    public Optional<Broken> firstBroken() {
        requireMemory();
        for (PlanStep step : steps) {
            Optional<Broken> broken = step.runAndLook();
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    /** A wanted output; holds until the arena's next run of any plan. */
    public Tensor output(String name) {
        Tensor output = outputs.get(name);
        if (output == null) {
            throw new IllegalArgumentException("not an output of this plan: " + name);
        }
        return output;
    }

    /** How many kernels a run takes. */
    public int size() {
        return steps.length;
    }

    /** Order, shapes and places, worked out once. */
    private static final class Layout {
        private final SameDiff graph;
        private final Map<String, Tensor> bound;
        private final List<SameDiffOp> order = new ArrayList<>();
        private final Map<String, String> aliases = new HashMap<>();
        private final Map<String, long[]> shapes = new HashMap<>();
        private final Map<String, Block> blocks = new LinkedHashMap<>();
        private final Map<String, Tensor> constants = new HashMap<>();
        private final Set<String> read = new HashSet<>();
        private final long floats;

        Layout(Request request) {
            this.graph = request.graph;
            this.bound = request.bound;
            Set<String> needed = needed(request.outputs);
            for (SameDiffOp op : graph.getOps().values()) { // in order of creation: inputs before what reads them
                if (needed.contains(op.getName())) {
                    order(op);
                }
            }
            request.outputs.forEach(name -> read.add(resolve(name)));
            live(request.outputs);
            this.floats = MemoryPlanner.place(new ArrayList<>(blocks.values()));
        }

        /** The operations that the outputs rest on. */
        private Set<String> needed(List<String> outputs) {
            Set<String> needed = new HashSet<>();
            List<String> open = new ArrayList<>(outputs);
            while (!open.isEmpty()) {
                String producer = producer(open.remove(open.size() - 1));
                if (producer != null && needed.add(producer)) {
                    open.addAll(inputs(requireNonNull(graph.getOps().get(producer))));
                }
            }
            return needed;
        }

        private @Nullable String producer(String variable) {
            return requireNonNull(graph.getVariables().get(variable), variable).getOutputOfOp();
        }

        private static List<String> inputs(SameDiffOp op) {
            List<String> inputs = op.getInputsToOp();
            return inputs == null ? List.of() : inputs;
        }

        private void order(SameDiffOp op) {
            if (op.getOp().opName().equals("identity")) {
                aliases.put(op.getOutputsOfOp().get(0), inputs(op).get(0));
                return;
            }
            order.add(op);
            inputs(op).forEach(name -> read.add(resolve(name)));
            List<long[]> outputs = outputShapes(op);
            for (int i = 0; i < outputs.size(); i++) {
                shapes.put(op.getOutputsOfOp().get(i), outputs.get(i));
            }
        }

        private String resolve(String name) {
            String target = aliases.get(name);
            return target == null ? name : resolve(target);
        }

        private List<long[]> outputShapes(SameDiffOp op) {
            if (op.getOp().opName().equals("add")) {
                return List.of(shape(inputs(op).get(0)));
            }
            if (!(op.getOp() instanceof ShapeRule rule)) {
                throw new IllegalArgumentException(
                        "no kernel for operation " + op.getOp().opName());
            }
            return List.of(
                    rule.outputShapes(inputs(op).stream().map(this::shape).toArray(long[][]::new)));
        }

        private long[] shape(String name) {
            String resolved = resolve(name);
            Tensor tensor = bound.get(resolved);
            if (tensor != null) {
                return tensor.shape();
            }
            long[] shape = shapes.get(resolved);
            return shape != null ? shape : constant(resolved).shape();
        }

        private Tensor constant(String name) {
            return constants.computeIfAbsent(name, missing -> {
                SDVariable variable = graph.getVariable(missing);
                if (variable.getVariableType() == VariableType.PLACEHOLDER || variable.getArr() == null) {
                    throw new IllegalArgumentException("nothing is bound to " + missing);
                }
                return Tensor.of(variable.getArr());
            });
        }

        /** First and last use of every activation. */
        private void live(List<String> outputs) {
            for (int step = 0; step < order.size(); step++) {
                SameDiffOp op = order.get(step);
                for (String output : op.getOutputsOfOp()) {
                    if (!bound.containsKey(output) && (read.contains(output) || required(op))) {
                        blocks.put(output, new Block(size(shape(output)), step));
                    }
                }
                for (String input : inputs(op)) {
                    use(resolve(input), step);
                }
            }
            outputs.forEach(name -> use(resolve(name), order.size()));
        }

        /** Forward operations write all their outputs; backward ones leave out what nothing reads. */
        private static boolean required(SameDiffOp op) {
            return !op.getOp().opName().endsWith("_bp");
        }

        private void use(String name, int step) {
            Block block = blocks.get(name);
            if (block != null) {
                block.useAt(step);
            }
        }

        private static long size(long[] shape) {
            long size = 1;
            for (long side : shape) {
                size *= side;
            }
            return size;
        }

        PlanStep[] bind(Tensor memory, Workers workers) {
            PlanStep[] steps = new PlanStep[order.size()];
            for (int i = 0; i < steps.length; i++) {
                SameDiffOp op = order.get(i);
                List<Tensor> in =
                        inputs(op).stream().map(name -> tensor(name, memory)).toList();
                List<@Nullable Tensor> out = new ArrayList<>();
                for (String output : op.getOutputsOfOp()) {
                    boolean wanted = bound.containsKey(output) || blocks.containsKey(output);
                    out.add(wanted ? tensor(output, memory) : null);
                }
                CustomOp custom = (CustomOp) op.getOp();
                Node node = new Node(in, out, custom.iArgs(), custom.tArgs(), workers);
                String operation = op.getOp().opName();
                steps[i] =
                        new PlanStep(operation, node, Kernels.bind(operation, node), inputs(op), op.getOutputsOfOp());
            }
            return steps;
        }

        Tensor tensor(String name, Tensor memory) {
            String resolved = resolve(name);
            Tensor tensor = bound.get(resolved);
            if (tensor != null) {
                return tensor;
            }
            Block block = blocks.get(resolved);
            return block == null ? constant(resolved) : memory.slice(block.offset(), shape(resolved));
        }
    }
}
