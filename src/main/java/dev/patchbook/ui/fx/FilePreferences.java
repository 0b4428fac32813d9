package dev.patchbook.ui.fx;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Preferences in a properties file of the person's configuration folder. */
public final class FilePreferences implements Preferences {
    private static final Logger LOG = LoggerFactory.getLogger(FilePreferences.class);
    private final Path file;
    private final Properties values = new Properties();

    /** Reads the file if it is there. */
    public FilePreferences(Path file) {
        this.file = file;
        values.putAll(read());
    }

    private Properties read() {
        Properties read = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                read.load(in);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("Preferences in {} cannot be read; the defaults are used.", file, e);
            }
        }
        return read;
    }

    /** Where preferences lie on this system. */
    public static Path defaultFile() {
        String home = System.getProperty("user.home", ".");
        String system = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
        if (system.contains("win")) {
            return folder("APPDATA", Path.of(home, "AppData", "Roaming")).resolve("Patchbook/preferences.properties");
        }
        if (system.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "Patchbook", "preferences.properties");
        }
        return folder("XDG_CONFIG_HOME", Path.of(home, ".config")).resolve("patchbook/preferences.properties");
    }

    private static Path folder(String variable, Path otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    @Override
    public void put(String key, String value) {
        if (value.equals(values.setProperty(key, value))) {
            return;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, "preferences", ".tmp");
            Properties all = read(); // another window of the program may have written, or taken back, something else
            all.setProperty(key, value);
            try (Writer out = Files.newBufferedWriter(temporary)) {
                all.store(out, null);
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("Preferences cannot be written to {}.", file, e);
        }
    }
}
