package dev.patchbook.ui.cell;

import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The film strip of a train cell with its pictures, and what is pinned for the next run where that is another choice. */
final class RunFilm extends VBox {
    private final CellViewModel cell;
    private final CellCommands commands;
    private final PinnedPictures pictures;
    private final FilmStrip strip = new FilmStrip(this::top);
    private final Label next = new Label();
    private List<String> shown = List.of();

    RunFilm(CellViewModel cell, CellCommands commands, Pins pins) {
        super(4);
        this.cell = cell;
        this.commands = commands;
        this.pictures = new PinnedPictures(cell.id(), commands, strip::refreshHead);
        setMinWidth(0);
        next.getStyleClass().add("fact-name");
        next.setWrapText(true);
        next.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(strip, next);
        pins.add(pictures::release);
        pins.follow(cell.cellProperty(), is -> pinned());
    }

    FilmStrip strip() {
        return strip;
    }

    void show(TrainOutput run) {
        shown = run.evaluations().isEmpty()
                ? List.of()
                : FilmStrip.pins(run.evaluations().get(run.evaluations().size() - 1));
        strip.show(run.evaluations());
        pinned();
    }

    private Node top(String pin, int of) {
        PinnedRows pinned = PinnedRows.of(cell.id(), commands);
        Optional<Runnable> off = pinned.has(pin)
                ? Optional.of(() -> PinnedRows.of(cell.id(), commands).toggle(pin, commands))
                : Optional.empty();
        return new PinTop(pin, pictures.of(pin), off);
    }

    private void pinned() {
        List<String> wanted = PinnedRows.of(cell.id(), commands).rows();
        boolean other = !shown.isEmpty() && !wanted.isEmpty() && !wanted.equals(shown);
        next.setText(other ? "Pinned for the next run: " + String.join(", ", wanted) : "");
        Shown.when(next, other);
        strip.refreshHead();
    }
}
