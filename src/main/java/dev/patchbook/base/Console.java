package dev.patchbook.base;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The process's standard streams. Data for programs goes to {@link #out()} and nowhere else: libraries print to {@code
 * System.out} as they please, so the launcher points that at standard error before any of them is loaded.
 */
public final class Console {
    private static volatile PrintStream out = System.out;

    private Console() {}

    /** Keeps standard output for {@link #out()}, in UTF-8 whatever the locale, and sends {@code System.out} to stderr. */
    public static void reserveStandardOutput() {
        out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
    }

    /** Where data goes. */
    public static PrintStream out() {
        return out;
    }

    /** Does something during which the calling thread's own prints to {@code System.out}, a library's chatter, are dropped. */
    public static synchronized void muted(Runnable chatter) {
        PrintStream before = System.out;
        Thread muted = Thread.currentThread();
        OutputStream others = new OutputStream() {
            @Override
            public void write(int b) {
                if (Thread.currentThread() != muted) {
                    before.write(b);
                }
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                if (Thread.currentThread() != muted) {
                    before.write(bytes, from, count);
                }
            }
        };
        System.setOut(new PrintStream(others, true, StandardCharsets.UTF_8));
        try {
            chatter.run();
        } finally {
            System.setOut(before);
        }
    }

    /** Where messages for people go. */
    public static PrintStream err() {
        return System.err;
    }
}
