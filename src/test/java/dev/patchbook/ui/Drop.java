package dev.patchbook.ui;

import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Drags files onto a scene, as another program would. */
final class Drop {
    private Drop() {}

    static void files(Scene scene, Path... paths) {
        at(scene, 100, 100, paths);
    }

    static void at(Scene scene, double x, double y, Path... paths) {
        drag(scene, x, y, DragEvent.DRAG_OVER, paths);
        drag(scene, x, y, DragEvent.DRAG_DROPPED, paths);
        Fx.pulses(2);
    }

    static void over(Scene scene, Path... paths) {
        drag(scene, 100, 100, DragEvent.DRAG_OVER, paths);
    }

    private static void drag(Scene scene, double x, double y, EventType<DragEvent> type, Path... paths) {
        List<File> files = Arrays.stream(paths).map(Path::toFile).toList();
        Fx.run(() -> Event.fireEvent(
                scene,
                new DragEvent(null, scene, type, board(files), x, y, x, y, TransferMode.COPY, null, null, null)));
    }

    private static Dragboard board(List<File> files) {
        Object clipboard = Proxy.newProxyInstance(
                Drop.class.getClassLoader(), new Class<?>[] {TKClipboard.class}, (proxy, method, given) -> {
                    switch (method.getName()) {
                        case "hasContent":
                            return DataFormat.FILES.equals(given[0]);
                        case "getContent":
                            return DataFormat.FILES.equals(given[0]) ? files : null;
                        case "getContentTypes":
                            return Set.of(DataFormat.FILES);
                        case "getTransferModes":
                            return Set.of(TransferMode.COPY);
                        default:
                            return method.getReturnType() == boolean.class ? Boolean.FALSE : null;
                    }
                });
        try {
            Constructor<Dragboard> made = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
            made.setAccessible(true);
            return made.newInstance(clipboard);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
