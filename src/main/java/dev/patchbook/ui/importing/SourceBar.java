package dev.patchbook.ui.importing;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.DataPreview;
import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.fx.Dialogs.FileKind;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.view.WrapRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The sources, to be added to and taken from; and how they were understood. */
final class SourceBar extends VBox {
    private static final double KILO = 1000;

    private final ImportViewModel model;
    private final WrapRow sources = new WrapRow(8, 6, true);
    private final Button add = new Button("Add a file…", Icon.ADD.node());
    private final Button folder = new Button("Add a folder…", Icon.OPEN.node());
    private final Label facts = new Label();
    private final Label refused = new Label();

    SourceBar(ImportViewModel model, Dialogs dialogs) {
        super(6);
        this.model = model;
        add.setTooltip(new Tooltip("Join the rows of another file to these"));
        folder.setTooltip(new Tooltip("Join the pictures of a folder to these"));
        add.setOnAction(e -> add(dialogs.open("Choose a file with pictures and captions", FileKind.DATA, place())));
        folder.setOnAction(e -> add(dialogs.folder("Choose a folder of pictures", place())));
        for (Label label : List.of(facts, refused)) {
            label.setWrapText(true);
            label.setMinWidth(0);
            label.setMinHeight(USE_PREF_SIZE);
        }
        facts.getStyleClass().addAll("muted", "import-facts");
        refused.getStyleClass().add("form-problem");
        Shown.when(refused, false);
        getChildren().addAll(sources, refused, facts);
        model.field("file").textProperty().addListener((observable, was, is) -> fill());
        model.rows().headProperty().addListener((observable, was, is) -> facts(is));
        fill();
        facts(model.rows().headProperty().get());
    }

    /** Where the next file is likely to lie. */
    private Path place() {
        return model.target().folder();
    }

    private void add(Optional<Path> chosen) {
        chosen.ifPresent(path -> say(model.add(List.of(path))));
    }

    /** Says what is in the way of a source; empty where nothing is. */
    void say(String problem) {
        refused.setText(problem);
        Shown.when(refused, !problem.isEmpty());
    }

    private void fill() {
        List<Node> nodes = new ArrayList<>();
        List<String> names = model.names();
        for (String name : names) {
            nodes.add(source(name, names.size() > 1));
        }
        nodes.add(add);
        nodes.add(folder);
        sources.getChildren().setAll(nodes);
        say("");
    }

    private Node source(String name, boolean several) {
        Label label = new Label(name);
        label.getStyleClass().add("source-name");
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(name));
        HBox chip = new HBox(2, label);
        chip.getStyleClass().add("source-chip");
        chip.setAlignment(Pos.CENTER_LEFT);
        if (several) {
            Button remove = new Button(null, Icon.CLOSE.node());
            remove.getStyleClass().addAll("quiet", "tiny");
            remove.setMinWidth(Region.USE_PREF_SIZE);
            remove.setAccessibleText("Take out " + name);
            remove.setTooltip(new Tooltip("Take it out"));
            remove.setOnAction(e -> {
                add.requestFocus();
                model.remove(name);
            });
            chip.getChildren().add(remove);
        }
        return chip;
    }

    private void facts(@Nullable DataPreview head) {
        Shown.when(facts, head != null);
        if (head != null) {
            facts.setText(words(head));
        }
    }

    /** As in {@code CSV · UTF-8 · semicolons · about 1,200 rows · 3.4 MB}. */
    static String words(DataPreview head) {
        List<String> words = new ArrayList<>(List.of(head.kind()));
        List.of(head.encoding(), head.dialect()).stream()
                .filter(each -> !each.isEmpty())
                .forEach(words::add);
        long rows = head.estimatedRows();
        if (rows > 0 || head.complete()) {
            words.add((head.complete() ? "" : "about ")
                    + Numbers.count(rounded(rows, head.complete()))
                    + (rows == 1 ? " row" : " rows"));
        }
        if (head.bytes() > 0) {
            words.add(size(head.bytes()));
        }
        return String.join(" · ", words);
    }

    /** An estimate has two digits that mean something. */
    private static long rounded(long rows, boolean exact) {
        long unit = 1;
        while (!exact && rows / unit >= 100) {
            unit *= 10;
        }
        return Math.round((double) rows / unit) * unit;
    }

    /** Bytes for people. */
    static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " bytes";
        }
        double amount = bytes / KILO;
        String[] units = {"kB", "MB", "GB", "TB"};
        int unit = 0;
        while (amount >= KILO && unit < units.length - 1) {
            amount /= KILO;
            unit++;
        }
        return String.format(Locale.ROOT, amount < 10 ? "%.1f %s" : "%.0f %s", amount, units[unit]);
    }
}
