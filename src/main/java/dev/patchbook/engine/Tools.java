package dev.patchbook.engine;

import dev.patchbook.base.CancelToken;
import dev.patchbook.config.Preset;
import dev.patchbook.config.Variant;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The command line's jobs that need no loaded model. Each runs on the calling thread. */
public interface Tools {
    /**
     * Reads a data source and reports each row that cannot be used; loads no native library.
     *
     * @param problems told of each, in order
     */
    CheckSummary check(DataRequest data, Consumer<RowProblem> problems, CancelToken cancel);

    /** Compares the engine with the reference values in a folder, one report a fixture. */
    List<FixtureReport> verify(Path folder);

    /**
     * How well a model's captions name what is in the validation pictures of drawn scenes; shares by name, beside what is had
     * without looking: {@code words} and {@code exact}, {@code blank_} with a white picture shown, {@code frequent_} with the
     * most frequent caption said of all.
     *
     * @param model a checkpoint or a run
     * @param data a source as the data setting {@code file} names it
     */
    Map<String, Double> score(Path model, String data);

    /** Times the engine; keys as the command line prints them. */
    Map<String, Double> bench(BenchRequest request);

    /** What dropout adds to a training step, whatever the request says of it; keys as the command line prints them. */
    Map<String, Double> dropoutCost(BenchRequest request);

    /** Where the time of a training step goes; of each operation the best of {@code steps} runs. */
    StepProfile profile(BenchRequest request);

    /** Writes a checkpoint from weights in the articles' layout; sizes come from the shapes. */
    void importWeights(Path weights, Variant variant, String alphabet, Path out);

    /** Writes a checkpoint's weights in the articles' layout. */
    void exportWeights(Path model, Path out);

    /** The settings a run was started with, as written, grouped as data, model, train; loads no native library. */
    Map<String, Map<String, String>> runSettings(Path run);

    /** Writes the sample data that ships with the program, the same bytes every time; loads no native library. */
    void samples(Path folder);

    /**
     * What {@link #check} found.
     *
     * @param rows rows in the source
     * @param usable rows that can be used
     */
    record CheckSummary(long rows, long usable) {}

    /**
     * How one fixture compared.
     *
     * @param fixture its name
     * @param variant its variant
     * @param pass whether every group is within its tolerance
     * @param groups largest absolute and relative difference by group
     */
    record FixtureReport(String fixture, String variant, boolean pass, Map<String, Difference> groups) {}

    /**
     * Largest differences of a group.
     *
     * @param abs absolute
     * @param rel relative, as the group's tolerance is worded
     */
    record Difference(double abs, double rel) {}

    /**
     * Where the time of a training step goes.
     *
     * @param lines operations by shape, the longest first
     * @param gigaflops what the machine reaches in a large matrix product, billions of operations a second
     * @param gigabytes what it reads from memory, billions of bytes a second
     */
    record StepProfile(List<ProfileLine> lines, double gigaflops, double gigabytes) {
        /** Copies the list. */
        public StepProfile {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One operation on one shape.
     *
     * @param operation its name
     * @param shape of what it reads
     * @param count how many of them a step has
     * @param ms all of them take in a step, at best
     * @param gflop billions of operations of their matrix products; 0 where there are none
     * @param megabytes they read and write
     * @param leastMs the least they could take on this machine
     */
    record ProfileLine(
            String operation, String shape, int count, double ms, double gflop, double megabytes, double leastMs) {}

    /**
     * What to time.
     *
     * @param preset sizes
     * @param variant switches
     * @param batch rows in a step
     * @param tokens length of the text
     * @param steps rounds timed
     * @param dropout whether dropout is on
     * @param train what trains, as the setting of that name
     */
    record BenchRequest(
            Preset preset, Variant variant, int batch, int tokens, int steps, boolean dropout, String train) {
        /** The same with dropout or without. */
        public BenchRequest withDropout(boolean on) {
            return new BenchRequest(preset, variant, batch, tokens, steps, on, train);
        }
    }
}
