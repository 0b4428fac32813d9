package dev.patchbook.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.patchbook.ui.view.Views;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Scene;
import javafx.scene.paint.Color;

/** Light or dark, and the size of the letters; remembered between two starts. */
public final class Appearance {
    private static final String STYLES = sheet("patchbook.css");
    private static final String SHELL = sheet("shell.css");
    private static final String LIGHT = sheet("light.css");
    private static final String DARK = sheet("dark.css");
    private static final double BASE = 13;
    private static final double SMALLEST = 0.7;
    private static final double LARGEST = 2;
    private static final double STEP = 0.1;

    private static final String THEME = "theme";
    private static final String DESKTOP = "desktop-theme";

    private final Preferences preferences;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(1);
    private Supplier<Optional<Boolean>> desktop = Optional::empty;

    /** Takes over what was remembered. Where no theme was chosen it is the desktop's, as it was seen last. */
    public Appearance(Preferences preferences) {
        this.preferences = preferences;
        dark.set(preferences
                .get(THEME)
                .filter(theme -> !theme.equals("system"))
                .or(() -> preferences.get(DESKTOP))
                .filter("dark"::equals)
                .isPresent());
        scale.set(clamp(preferences.get("font-scale").map(Appearance::number).orElse(1.0)));
    }

    /**
     * Sets what tells whether the desktop is dark, and asks it.
     *
     * @param asked may take its time; not called on the JavaFX thread
     */
    public void desktop(Supplier<Optional<Boolean>> asked) {
        desktop = asked;
        askDesktop();
    }

    /** Asks the desktop again, if its theme is followed. */
    public void askDesktop() {
        if (followsDesktop()) {
            Future<?> unused = CompletableFuture.supplyAsync(desktop)
                    .thenAccept(is -> is.ifPresent(value -> Platform.runLater(() -> seen(value))));
        }
    }

    private void seen(boolean is) {
        preferences.put(DESKTOP, is ? "dark" : "light");
        if (followsDesktop()) {
            dark.set(is);
        }
    }

    /** Whether light or dark is as the desktop has it. */
    public boolean followsDesktop() {
        return preferences.get(THEME).filter(theme -> !theme.equals("system")).isEmpty();
    }

    /** Follows the desktop's theme from now on. */
    public void followDesktop() {
        preferences.put(THEME, "system");
        askDesktop();
    }

    /** Whether dark colours are shown. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** Size of the letters, 1 being normal. */
    public ReadOnlyDoubleProperty scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    /** Changes between light and dark, whatever the desktop has. */
    public void toggleTheme() {
        dark.set(!dark.get());
        preferences.put(THEME, dark.get() ? "dark" : "light");
    }

    /** Makes letters larger or smaller by a number of steps of a tenth. */
    public void zoom(int steps) {
        setScale(scale.get() + steps * STEP);
    }

    /** Sets the size of the letters, 1 being normal; kept between 0.7 and 2. */
    public void setScale(double value) {
        scale.set(clamp(value));
        preferences.put("font-scale", String.format(Locale.ROOT, "%.1f", scale.get()));
    }

    /** Gives a scene, and the popups it opens, the program's look, now and whenever it changes. */
    public void install(Scene scene) {
        dark.addListener((observable, was, is) -> show(scene));
        scale.addListener((observable, was, is) -> show(scene));
        show(scene);
    }

    private void show(Scene scene) {
        String theme =
                dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!theme.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(theme);
        }
        // Seen before the first layout, and where the window is being made larger.
        scene.setFill(Color.web(dark.get() ? "#0d1117" : "#f6f8fa"));
        // A sheet rather than a style of the root, so that tooltips and menus take it over.
        scene.getStylesheets()
                .setAll(Views.stylesheet(), dark.get() ? DARK : LIGHT, STYLES, SHELL, letters(BASE * scale.get()));
    }

    private static String letters(double pixels) {
        // An icon's size is that of its own font, so it cannot follow the letters by itself.
        String rule = String.format(
                Locale.ROOT,
                ".root { -fx-font-size: %.1fpx; } .pb-icon { -fx-icon-size: %.0fpx; }"
                        + " .pill .pb-icon, .state .pb-icon, .tiny .pb-icon { -fx-icon-size: %.0fpx; }",
                pixels,
                pixels * 1.25,
                pixels * 1.1);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(rule.getBytes(StandardCharsets.UTF_8));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Appearance.class.getResource("/dev/patchbook/ui/" + name))
                .toExternalForm();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static double clamp(double value) {
        return Double.isNaN(value) ? 1 : Math.min(LARGEST, Math.max(SMALLEST, Math.round(value * 10) / 10.0));
    }
}
