package dev.patchbook.cli;

import dev.patchbook.base.Console;
import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out data, for programs and pipes
 * @param err messages, for people
 * @param interactive whether messages go to a terminal, where a line can be written over
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {
    /** The property by which the launcher says whether standard error is a terminal. */
    static final String PROPERTY = "patchbook.terminal";

    /** The process's own. */
    public static Terminal ofProcess() {
        String told = System.getProperty(PROPERTY);
        boolean interactive = told == null ? System.console() != null : Boolean.parseBoolean(told);
        return new Terminal(Console.out(), Console.err(), interactive);
    }
}
