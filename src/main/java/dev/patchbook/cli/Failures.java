package dev.patchbook.cli;

import dev.patchbook.base.CancelledException;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.SettingException;
import java.io.PrintStream;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into a message for people and an exit code; a stack trace goes to the log alone. */
final class Failures {
    /** The work is done. */
    static final int DONE = 0;

    /** The work failed. */
    static final int FAILED = 1;

    /** The command line asks for something impossible. */
    static final int USAGE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** A command line that cannot be understood. */
    static int parameters(ParameterException e, PrintStream err) {
        err.println(e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, new PrintWriter(err, true));
        err.println("Try “" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help”.");
        return USAGE;
    }

    /** A command that did not get to its end. */
    static int execution(Exception e, PrintStream err) {
        if (e instanceof UserFacingException told) {
            LOG.info("{} {}", told.what(), told.remedy(), told);
            err.println(told.what());
            err.println(told.remedy());
            return told instanceof UsageException || told instanceof SettingException ? USAGE : FAILED;
        }
        if (e instanceof CancelledException) {
            err.println("Stopped.");
            return FAILED;
        }
        LOG.error("a command failed", e);
        err.println("Patchbook made a mistake: " + e);
        err.println("The log has the details.");
        return FAILED;
    }
}
