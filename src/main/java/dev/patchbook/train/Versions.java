package dev.patchbook.train;

import dev.patchbook.checkpoint.Provenance;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** What computes here, for a checkpoint's provenance. */
public final class Versions {
    private Versions() {}

    /** The versions at work. */
    public static Provenance.Versions here() {
        String app = Versions.class.getPackage().getImplementationVersion();
        String build = Nd4j.class.getPackage().getImplementationVersion();
        String cpu = NativeOpsHolder.getInstance()
                .getDeviceNativeOps()
                .buildInfo()
                .lines()
                .findFirst()
                .orElse("");
        String nd4j = ((build == null ? "" : build) + " " + cpu).strip();
        String jvm = System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
        return new Provenance.Versions(app == null ? "development" : app, nd4j, jvm);
    }
}
