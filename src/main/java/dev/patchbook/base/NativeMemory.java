package dev.patchbook.base;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Memory outside of Java's is asked for only where there can be as much: a library that is refused it ends the whole program
 * instead of saying so.
 */
public final class NativeMemory {
    private static final double SHARE = 0.8; // of the machine's

    private NativeMemory() {}

    /**
     * Checks that there can be so many bytes.
     *
     * @param what needs them, as the beginning of a sentence
     * @throws UserFacingException where the machine has fewer
     */
    public static void require(double bytes, String what) {
        double there = SHARE * total();
        if (bytes > there) {
            throw new UserFacingException(
                    what + " " + gigabytes(bytes) + " GB of memory, and " + gigabytes(there)
                            + " GB of this machine's may be used.",
                    "Choose smaller sizes or a smaller batch.");
        }
    }

    private static double total() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Double.POSITIVE_INFINITY;
    }

    private static String gigabytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e9);
    }
}
