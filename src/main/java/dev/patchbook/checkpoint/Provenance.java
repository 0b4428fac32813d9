package dev.patchbook.checkpoint;

import java.nio.file.Path;

/**
 * Where a checkpoint comes from. Two runs with equal provenance, settings included, have equal weights; no time or path is
 * in it.
 *
 * @param data hash of the data trained on, {@code sha256:} and hexadecimal digits; empty for imported weights
 * @param seed of the run
 * @param step updates done
 * @param threads used for computing
 * @param versions of what computed
 */
public record Provenance(String data, long seed, long step, int threads, Versions versions) {
    /**
     * Versions of what computed.
     *
     * @param app of Patchbook
     * @param nd4j version and native build
     * @param jvm name and version
     */
    public record Versions(String app, String nd4j, String jvm) {}

    /** Whether the same run on the other's set-up gives the same bits: equal threads, native build and JVM. */
    public boolean sameMachinery(Provenance other) {
        return threads == other.threads
                && versions.nd4j.equals(other.versions.nd4j)
                && versions.jvm.equals(other.versions.jvm);
    }

    String json() {
        return JsonText.of(JsonText.map(
                "data",
                data,
                "seed",
                seed,
                "step",
                step,
                "threads",
                threads,
                "versions",
                JsonText.map("app", versions.app, "nd4j", versions.nd4j, "jvm", versions.jvm)));
    }

    static Provenance read(Path file) {
        JsonObject in = JsonObject.read(file);
        JsonObject versions = in.object("versions");
        Provenance provenance = new Provenance(
                in.text("data"),
                in.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE),
                in.whole("step", 0, Long.MAX_VALUE),
                in.count("threads", Integer.MAX_VALUE),
                new Versions(versions.text("app"), versions.text("nd4j"), versions.text("jvm")));
        versions.done();
        in.done();
        return provenance;
    }
}
