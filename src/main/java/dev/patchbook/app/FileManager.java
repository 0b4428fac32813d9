package dev.patchbook.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system's file manager. */
final class FileManager {
    private static final Logger LOG = LoggerFactory.getLogger(FileManager.class);
    private static final long SECONDS = 5;

    private FileManager() {}

    /** The program that shows a folder on a system. */
    static String program(String system) {
        return system.startsWith("Windows") ? "explorer" : system.startsWith("Mac") ? "open" : "xdg-open";
    }

    /** Shows a folder; false where there is no file manager, or no such folder. */
    static boolean show(Path folder) {
        String system = System.getProperty("os.name", "");
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try {
            Process process = new ProcessBuilder(program(system), folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // Some file managers stay until they are closed: what is still there after a while has worked. Windows'
            // explorer
            // ends with 1 even so.
            return !process.waitFor(SECONDS, TimeUnit.SECONDS)
                    || process.exitValue() == 0
                    || system.startsWith("Windows");
        } catch (IOException e) {
            LOG.info("no file manager could be started", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
