package dev.patchbook.ui.fx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the desktop shows dark colours. JavaFX 21 cannot tell, so the desktop is asked by its own programs. That takes
 * time: never on the JavaFX thread.
 */
public final class SystemTheme {
    private static final Logger LOG = LoggerFactory.getLogger(SystemTheme.class);
    private static final long MILLIS = 1500;

    private final String system;
    private final Map<String, String> environment;
    private final Function<List<String>, Optional<String>> run;

    /** Of this computer. */
    public SystemTheme() {
        this(System.getProperty("os.name", ""), System.getenv(), SystemTheme::output);
    }

    /**
     * Of some computer.
     *
     * @param system the system's name
     * @param environment its variables
     * @param run what a program prints; empty where it is not there, fails or takes too long
     */
    SystemTheme(String system, Map<String, String> environment, Function<List<String>, Optional<String>> run) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = environment;
        this.run = run;
    }

    /** Whether the desktop is dark; empty where it does not say. */
    public Optional<Boolean> dark() {
        if (system.startsWith("windows")) {
            return run.apply(List.of(
                            "reg",
                            "query",
                            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                            "/v",
                            "AppsUseLightTheme"))
                    .filter(text -> text.contains("0x"))
                    .map(text -> text.strip().endsWith("0x0"));
        }
        if (system.startsWith("mac")) {
            // Where the appearance is light the key is not there, and the program fails.
            return Optional.of(run.apply(List.of("defaults", "read", "-g", "AppleInterfaceStyle"))
                    .filter(text -> text.contains("Dark"))
                    .isPresent());
        }
        return linux();
    }

    private Optional<Boolean> linux() {
        String forced = environment.getOrDefault("GTK_THEME", "");
        if (!forced.isBlank()) {
            return Optional.of(namesDark(forced));
        }
        return portal().or(() -> scheme())
                .or(() -> run.apply(setting("gtk-theme")).map(SystemTheme::namesDark));
    }

    private Optional<Boolean> portal() {
        return run.apply(List.of(
                        "gdbus",
                        "call",
                        "--session",
                        "--dest",
                        "org.freedesktop.portal.Desktop",
                        "--object-path",
                        "/org/freedesktop/portal/desktop",
                        "--method",
                        "org.freedesktop.portal.Settings.Read",
                        "org.freedesktop.appearance",
                        "color-scheme"))
                .flatMap(text -> text.contains("uint32 1")
                        ? Optional.of(true)
                        : text.contains("uint32 2") ? Optional.of(false) : Optional.empty());
    }

    private Optional<Boolean> scheme() {
        return run.apply(setting("color-scheme"))
                .flatMap(text -> text.contains("dark")
                        ? Optional.of(true)
                        : text.contains("light") ? Optional.of(false) : Optional.empty());
    }

    private static List<String> setting(String key) {
        return List.of("gsettings", "get", "org.gnome.desktop.interface", key);
    }

    private static boolean namesDark(String theme) {
        return theme.strip().toLowerCase(Locale.ROOT).matches(".*[-:]dark\\b.*");
    }

    private static Optional<String> output(List<String> command) {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start();
        } catch (IOException e) {
            return Optional.empty(); // the program is not there: another desktop
        }
        try {
            process.getOutputStream().close();
            // The answer is a line, so it fits the pipe and the program need not wait to be read.
            if (!process.waitFor(MILLIS, TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                return Optional.empty();
            }
            try (InputStream in = process.getInputStream()) {
                return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            LOG.info("{} was not read", command.get(0), e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}
