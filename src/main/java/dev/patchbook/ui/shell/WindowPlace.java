package dev.patchbook.ui.shell;

import dev.patchbook.ui.fx.Preferences;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where on the screen the window is and how large; remembered between two starts. */
final class WindowPlace {
    static final double WIDTH = 1280;
    static final double HEIGHT = 860;

    private static final String KEY = "window";
    private static final double LEAST_WIDTH = 560;
    private static final double LEAST_HEIGHT = 400;
    private static final double GRIP = 80; // so much of the window's top must be seen for it to be moved

    private final Stage stage;
    private final Preferences preferences;

    WindowPlace(Stage stage, Preferences preferences) {
        this.stage = stage;
        this.preferences = preferences;
    }

    void install() {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        preferences.get(KEY).flatMap(WindowPlace::read).ifPresent(this::put);
        stage.addEventHandler(javafx.stage.WindowEvent.WINDOW_HIDING, e -> remember());
    }

    private void put(Place place) {
        stage.setWidth(Math.max(LEAST_WIDTH, place.width()));
        stage.setHeight(Math.max(LEAST_HEIGHT, place.height()));
        // The screen it was on may be gone.
        if (Screen.getScreens().stream().map(Screen::getVisualBounds).anyMatch(place::within)) {
            stage.setX(place.x());
            stage.setY(place.y());
        }
        stage.setMaximized(place.maximized());
    }

    private void remember() {
        if (stage.isIconified() || stage.isFullScreen()) {
            return;
        }
        if (stage.isMaximized()) {
            // The size to return to is the one remembered before.
            Place before =
                    preferences.get(KEY).flatMap(WindowPlace::read).orElse(new Place(0, 0, WIDTH, HEIGHT, false));
            preferences.put(KEY, new Place(before.x(), before.y(), before.width(), before.height(), true).text());
        } else {
            preferences.put(
                    KEY, new Place(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false).text());
        }
    }

    private static Optional<Place> read(String text) {
        List<String> parts = List.of(text.split(","));
        if (parts.size() != 5) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Place(
                    Double.parseDouble(parts.get(0)),
                    Double.parseDouble(parts.get(1)),
                    Double.parseDouble(parts.get(2)),
                    Double.parseDouble(parts.get(3)),
                    parts.get(4).equals("maximized")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private record Place(double x, double y, double width, double height, boolean maximized) {
        boolean within(Rectangle2D screen) {
            return y >= screen.getMinY()
                    && y < screen.getMaxY() - GRIP
                    && x + width > screen.getMinX() + GRIP
                    && x < screen.getMaxX() - GRIP;
        }

        String text() {
            return String.format(
                    Locale.ROOT, "%.0f,%.0f,%.0f,%.0f,%s", x, y, width, height, maximized ? "maximized" : "normal");
        }
    }
}
