package dev.patchbook.engine.local;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;

/** How much memory the process has taken at most. */
final class PeakMemory {
    private static final double MB = 1024.0 * 1024;

    private PeakMemory() {}

    /** The largest resident size so far where the system tells it (Linux), else what JVM and native arrays take now. */
    static double megabytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
                }
            }
        } catch (IOException e) {
            return known(); // no such file but on Linux
        }
        return known();
    }

    private static double known() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long jvm = memory.getHeapMemoryUsage().getCommitted()
                + memory.getNonHeapMemoryUsage().getCommitted();
        return Math.max(jvm, Pointer.physicalBytes()) / MB;
    }
}
