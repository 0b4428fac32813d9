package dev.patchbook.store;

import java.io.IOException;
import java.nio.file.Path;

/** A process that takes a runs folder and holds it until its input ends. */
public final class LockHolder {
    private LockHolder() {}

    /** Says what it got. */
    public static void main(String[] arguments) throws IOException {
        Lease lease = Lease.take(Path.of(arguments[0]));
        System.out.println(lease.access());
        System.out.flush();
        int end = System.in.read();
        lease.end();
        System.exit(end);
    }
}
