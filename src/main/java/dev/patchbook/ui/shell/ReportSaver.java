package dev.patchbook.ui.shell;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.export.Report;
import dev.patchbook.session.SessionState;
import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.fx.Dialogs.FileKind;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves a notebook's report where a person chooses, without holding the window up, and says where it is. */
final class ReportSaver {
    private static final Logger LOG = LoggerFactory.getLogger(ReportSaver.class);

    private final Dialogs dialogs;

    ReportSaver(Dialogs dialogs) {
        this.dialogs = dialogs;
    }

    /** Asks where, writes in the background, and tells how it went. */
    void save(NotebookPane pane) {
        pane.view().commit();
        SessionState state = pane.state();
        Optional<Path> file = pane.document().file();
        Path suggestion = file.map(ReportSaver::page)
                .orElseGet(() -> pane.document().folder().resolve("report.html"));
        Optional<Path> chosen = dialogs.save("Save the report", FileKind.PAGE, suggestion);
        if (chosen.isEmpty()) {
            return;
        }
        Path target = chosen.get().toAbsolutePath().normalize();
        if (file.map(own -> own.toAbsolutePath().normalize())
                .filter(target::equals)
                .isPresent()) {
            dialogs.problem(target + " is the notebook itself.", "Give the report another name.");
            return;
        }
        ZonedDateTime now = ZonedDateTime.now(ZoneId.systemDefault());
        Thread writer = new Thread(() -> write(target, state, file, now), "patchbook-report");
        writer.start();
    }

    private static Path page(Path notebook) {
        String name = String.valueOf(notebook.getFileName());
        int dot = name.lastIndexOf('.');
        return notebook.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".html");
    }

    private void write(Path target, SessionState state, Optional<Path> file, ZonedDateTime now) {
        try {
            Report.write(target, state, file, now);
            Platform.runLater(() -> dialogs.saved("The report is saved.", target));
        } catch (UserFacingException e) {
            LOG.info("{}", e.what(), e);
            Platform.runLater(() -> dialogs.problem(e.what(), e.remedy()));
        } catch (RuntimeException e) {
            LOG.error("the report could not be made", e);
            Platform.runLater(() ->
                    dialogs.problem("The report could not be made.", "The log says why: Menu, Help, Show the log."));
        }
    }
}
