package dev.patchbook.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * Runs JavaFX in tests: starts the toolkit once, without a display unless one is there, runs code on its thread, waits for
 * pulses, takes pictures, and clicks and types through JavaFX's own robot. A toolkit that does not start is a failure at
 * once and in every later test; an exception on the JavaFX thread fails the next call.
 */
public final class Fx {
    /** Where pictures go. */
    public static final Path PICTURES = Path.of("target", "pictures");

    private static final long SECONDS = 45; // only what fails waits so long
    private static final AtomicReference<Throwable> UNCAUGHT = new AtomicReference<>();
    private static final CompletableFuture<Void> STARTED = new CompletableFuture<>();
    private static boolean asked;

    private Fx() {}

    /** Starts the toolkit if no test has done so yet. */
    public static synchronized void start() {
        if (!asked) {
            asked = true;
            FxSetting.headlessUnlessChosen();
            try {
                Platform.startup(() -> {
                    Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> UNCAUGHT.compareAndSet(null, e));
                    STARTED.complete(null);
                });
                Platform.setImplicitExit(false);
            } catch (RuntimeException | Error e) {
                STARTED.completeExceptionally(e);
            }
            if (!STARTED.isCompletedExceptionally()) {
                await(STARTED, "the JavaFX toolkit did not start");
                run(FxSetting::loadFonts);
            }
        }
        await(STARTED, "the JavaFX toolkit did not start");
    }

    /** Runs code on the JavaFX thread and hands back what it yields; fails as the code fails. */
    public static <T> T call(Callable<T> code) {
        start();
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("already on the JavaFX thread");
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(code.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        T value = await(result, "the JavaFX thread did not answer");
        throwUncaught();
        return value;
    }

    /** Runs code on the JavaFX thread; fails as the code fails. */
    public static void run(Runnable code) {
        if (!STARTED.isDone()) {
            start();
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                code.run();
                done.complete(null);
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        await(done, "the JavaFX thread did not answer");
        throwUncaught();
    }

    /** Waits until so many pulses have passed: layout, CSS and drawing are done then. */
    public static void pulses(int count) {
        start();
        CompletableFuture<Void> passed = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            private int left = count;

            @Override
            public void handle(long now) {
                if (left-- <= 0) {
                    stop();
                    passed.complete(null);
                }
            }
        }.start());
        await(passed, "no pulse came");
        throwUncaught();
    }

    /** Waits until a condition, read on the JavaFX thread, holds. */
    public static void until(String what, BooleanSupplier condition) {
        until(what, condition, SECONDS);
    }

    /** Waits until a condition holds, so many seconds at most. */
    public static void until(String what, BooleanSupplier condition, long seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what);
            }
            pulses(1);
        }
    }

    /** Shows a root in a window of the given size at the screen's corner. */
    public static Stage show(Parent root, double width, double height) {
        Stage stage = call(() -> {
            Stage s = new Stage();
            s.setScene(new Scene(root, width, height));
            s.setX(0);
            s.setY(0);
            s.show();
            s.requestFocus();
            return s;
        });
        pulses(2);
        return stage;
    }

    /** Closes a window. */
    public static void close(Stage stage) {
        run(stage::close);
    }

    /** A picture of a node at twice its size, saved as {@code target/pictures/NAME.png}. */
    public static Path picture(Node node, String name) {
        return picture(node, name, 2);
    }

    /** A picture of a node, so many pixels per unit, saved as {@code target/pictures/NAME.png}. */
    public static Path picture(Node node, String name, double scale) {
        WritableImage image = snapshot(node, scale);
        Path file = PICTURES.resolve(name + ".png");
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** The pixels of a node as it is drawn, so many per unit. */
    public static WritableImage snapshot(Node node, double scale) {
        return call(() -> {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(Transform.scale(scale, scale));
            parameters.setFill(Color.TRANSPARENT);
            return node.snapshot(parameters, null);
        });
    }

    /** Moves the mouse to a point of a node, in the node's own coordinates. */
    public static void move(Node node, double x, double y) {
        run(() -> {
            Point2D at = node.localToScreen(x, y);
            new Robot().mouseMove(at);
        });
        pulses(1);
    }

    /** Clicks the middle of a node. */
    public static void click(Node node) {
        Bounds bounds = call(node::getBoundsInLocal);
        click(node, bounds.getCenterX(), bounds.getCenterY());
    }

    /** Clicks a point of a node, in the node's own coordinates. */
    public static void click(Node node, double x, double y) {
        move(node, x, y);
        run(() -> new Robot().mouseClick(MouseButton.PRIMARY));
        pulses(1);
    }

    /** Drags from one point of a node to another, in the node's own coordinates. */
    public static void drag(Node node, double fromX, double fromY, double toX, double toY) {
        move(node, fromX, fromY);
        run(() -> new Robot().mousePress(MouseButton.PRIMARY));
        move(node, (fromX + toX) / 2, (fromY + toY) / 2);
        move(node, toX, toY);
        run(() -> new Robot().mouseRelease(MouseButton.PRIMARY));
        pulses(1);
    }

    /** Turns the mouse wheel over a node; positive scrolls down. */
    public static void wheel(Node node, int notches) {
        Bounds bounds = call(node::getBoundsInLocal);
        move(node, bounds.getCenterX(), bounds.getCenterY());
        int sign =
                "Monocle".equals(System.getProperty("glass.platform")) ? -1 : 1; // Monocle's robot turns it backwards
        run(() -> new Robot().mouseWheel(sign * notches));
        pulses(1);
    }

    /** Presses keys one after the other. */
    public static void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            run(() -> new Robot().keyType(key));
            pulses(1);
        }
    }

    /** Presses a key while others are held. */
    public static void chord(List<KeyCode> held, KeyCode key) {
        run(() -> {
            Robot robot = new Robot();
            held.forEach(robot::keyPress);
            robot.keyType(key);
            held.forEach(robot::keyRelease);
        });
        pulses(1);
    }

    /** Types text into whatever has the focus: any character, not only those with a key. */
    public static void type(Scene scene, String text) {
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(character -> run(() -> {
                    Node owner = Objects.requireNonNull(scene.getFocusOwner(), "nothing has the focus");
                    KeyEvent event = new KeyEvent(
                            KeyEvent.KEY_TYPED, character, character, KeyCode.UNDEFINED, false, false, false, false);
                    Event.fireEvent(owner, event);
                }));
        pulses(1);
    }

    /** Gives a node the keyboard focus. */
    public static void focus(Node node) {
        run(node::requestFocus);
        pulses(1);
    }

    private static void throwUncaught() {
        Throwable thrown = UNCAUGHT.getAndSet(null);
        if (thrown != null) {
            throw new AssertionError("uncaught on the JavaFX thread", thrown);
        }
    }

    private static <T> T await(CompletableFuture<T> future, String otherwise) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(otherwise + " within " + SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(otherwise, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw new AssertionError(e.getCause());
        }
    }
}
