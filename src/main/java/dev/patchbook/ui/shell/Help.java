package dev.patchbook.ui.shell;

import dev.patchbook.ui.fx.Actions;
import dev.patchbook.ui.fx.Command;
import dev.patchbook.ui.fx.Dialogs;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import javafx.application.Platform;

/** What the Help menu tells of the program itself. */
final class Help {
    private static final List<String> LIBRARIES = List.of(
            "JavaFX – GPL 2 with classpath exception",
            "ND4J and Deeplearning4j, OpenBLAS – Apache 2.0, BSD 3-clause",
            "AtlantaFX – MIT",
            "ControlsFX – BSD 3-clause",
            "Ikonli, Material icons – Apache 2.0",
            "commonmark-java – BSD 2-clause",
            "FastCSV, SLF4J – MIT",
            "Jackson, picocli, SnakeYAML Engine – Apache 2.0",
            "TwelveMonkeys ImageIO – BSD 3-clause",
            "Logback – EPL 1.0 or LGPL 2.1",
            "Inter and JetBrains Mono – SIL Open Font License 1.1");

    private final Workbench.Support support;
    private final Dialogs dialogs;

    Help(Workbench.Support support, Dialogs dialogs) {
        this.support = support;
        this.dialogs = dialogs;
    }

    void bind(Actions actions) {
        actions.bind(Command.LOG, this::log);
        actions.bind(Command.ABOUT, this::about);
    }

    /** Shows the log's folder in the file manager; where there is none, says where it is. */
    private void log() {
        Future<?> unused = CompletableFuture.supplyAsync(() -> support.folders().test(support.logs()))
                .exceptionally(e -> false)
                .thenAccept(shown -> Platform.runLater(() -> {
                    if (!shown) {
                        dialogs.tell(
                                "The log is kept in this folder.",
                                support.logs() + "\n\nNo file manager could be opened to show it.");
                    }
                }));
    }

    private void about() {
        dialogs.tell(
                "Patchbook " + support.version(),
                String.join("\n", system(), "", "Apache License 2.0. It stands on:", "", String.join("\n", LIBRARIES)));
    }

    private static String system() {
        return "Java " + System.getProperty("java.version") + ", JavaFX "
                + Optional.ofNullable(System.getProperty("javafx.version")).orElse("unknown") + "\n"
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " processors";
    }
}
