package dev.patchbook.ui.view;

import dev.patchbook.chart.AttentionWords;
import dev.patchbook.chart.CaptionWords;
import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.ImageMap;
import dev.patchbook.export.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of the data as points in a plane, as vision sees them, coloured by words of their captions. The point chosen shows its
 * picture, which can be looked at in the cell.
 */
public final class ImageMapPane extends VBox {
    private static final double SIDE = 360;
    private static final int WORDS = 4;
    /** Okabe and Ito's colours; points without any of the words are grey. */
    private static final int[] COLOURS = {0xFFE69F00, 0xFF0072B2, 0xFF009E73, 0xFFCC79A7, 0xFFD55E00, 0xFF56B4E9};

    private static final int OTHERS = 0xFFB0B0B0;

    private final Segments parts = new Segments("part", "validation", "training");
    private final Segments methods = new Segments("method", "principal components", "t-SNE");
    private final TextField words = new TextField();
    private final Waiting waiting = new Waiting("Compute");
    private final ScatterCanvas scatter = new ScatterCanvas(SIDE);
    private final Label method = Views.label("", "view-muted");
    private final WrapRow legend = new WrapRow(12, 4, true);
    private final PictureView picture = new PictureView(128);
    private final Label caption = Views.label("", "view-text");
    private final Button open = new Button("Look at it");
    private final WrapRow row = new WrapRow(24, 16, false);
    private BiConsumer<String, Boolean> onAsk = (part, neighbours) -> {};
    private Consumer<String> onOpen = name -> {};
    private @Nullable ImageMap shown;
    private String part = "validation";
    private boolean neighbours;

    /** Nothing computed yet. */
    public ImageMapPane() {
        super(12);
        getStyleClass().add("image-map-pane");
        for (Label label : List.of(method, caption)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        method.setMaxWidth(SIDE);
        caption.setMaxWidth(200);
        legend.setMaxWidth(SIDE);
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(e -> chosen(image -> onOpen.accept(image.name())));
        Limits limits = new Limits();
        limits.setText(AttentionWords.MAP_LIMITS);
        WrapRow controls = controls();
        VBox left = new VBox(8, scatter, legend, method, limits);
        left.setPrefWidth(SIDE);
        row.getChildren().addAll(left, new VBox(8, new HBox(picture), caption, open));
        getChildren().addAll(controls, waiting, row);
        scatter.onShown(index -> describe());
        scatter.setSpoken(this::spoken);
        clear();
    }

    private WrapRow controls() {
        words.setPromptText("words, by blanks");
        words.setAccessibleText("words of captions that colour the points, up to " + COLOURS.length);
        words.setPrefColumnCount(16);
        words.setMinWidth(0);
        words.setOnAction(e -> colour());
        WrapRow controls = new WrapRow(12, 8, true);
        HBox colours = new HBox(8, Views.label("colour by", "view-muted"), words);
        colours.setAlignment(Pos.CENTER_LEFT);
        controls.getChildren().addAll(parts, methods, colours);
        parts.mark(0);
        methods.mark(0);
        parts.onChoose(index -> {
            part = index == 0 ? "validation" : "train";
            compute();
        });
        methods.onChoose(index -> {
            neighbours = index == 1;
            compute();
        });
        return controls;
    }

    /** Called with the part that is to be laid out, and whether its neighbours are to stay near. */
    public void onAsk(BiConsumer<String, Boolean> listener) {
        onAsk = listener;
    }

    /** Called with the picture that a person wants to look at, as settings name it. */
    public void onOpen(Consumer<String> listener) {
        onOpen = listener;
    }

    /** Asks for what is chosen now. */
    public void compute() {
        onAsk.accept(part, neighbours);
    }

    /** What says how far it is. */
    public Waiting waiting() {
        return waiting;
    }

    /** Nothing is computed any more. */
    public void clear() {
        shown = null;
        Views.show(row, false);
    }

    /** Shows what was computed. */
    public void show(ImageMap map) {
        shown = map;
        waiting.done();
        Views.show(row, true);
        if (words.getText().isBlank()) {
            words.setText(String.join(" ", CaptionWords.telling(captions(map), WORDS)));
        }
        String held = map.shares().isEmpty()
                ? "t-SNE: near pictures stay near; distances between groups, and axes, mean nothing"
                : "First two principal components, which hold "
                        + Math.round(100 * map.shares().get(0)) + " % and "
                        + Math.round(100 * map.shares().get(1)) + " % of how they differ";
        method.setText(held + ". " + Numbers.count(map.images().size()) + " " + map.part()
                + " pictures by the CLS token after the final norm"
                + (map.step() == 0
                        ? "; starting weights."
                        : "; weights after step " + Numbers.count(map.step()) + "."));
        colour();
    }

    private static List<String> captions(ImageMap map) {
        return map.images().stream().map(ImageMap.Image::caption).toList();
    }

    private List<String> wanted() {
        String text = words.getText().strip();
        return text.isEmpty()
                ? List.of()
                : List.of(text.split("\\s+")).stream().limit(COLOURS.length).toList();
    }

    private void colour() {
        ImageMap map = shown;
        if (map == null) {
            return;
        }
        List<String> wanted = wanted();
        int[] counts = new int[wanted.size() + 1];
        List<Integer> colours = new ArrayList<>();
        for (ImageMap.Image image : map.images()) {
            int word = CaptionWords.first(image.caption(), wanted);
            counts[word < 0 ? wanted.size() : word]++;
            colours.add(word < 0 ? OTHERS : COLOURS[word]);
        }
        scatter.show(map.places(), colours);
        legend.getChildren().clear();
        for (int i = 0; i <= wanted.size(); i++) {
            int argb = i < wanted.size() ? COLOURS[i] : OTHERS;
            Label label = Views.label((i < wanted.size() ? wanted.get(i) : "others") + " " + counts[i], "view-muted");
            label.setGraphic(new Circle(4.5, Views.color(argb)));
            label.setMinWidth(USE_PREF_SIZE);
            legend.getChildren().add(label);
        }
        describe();
    }

    private void chosen(Consumer<ImageMap.Image> use) {
        ImageMap map = shown;
        int index = scatter.shown();
        if (map != null && index >= 0 && index < map.images().size()) {
            use.accept(map.images().get(index));
        }
    }

    private void describe() {
        caption.setText("Point at a picture, or choose one.");
        picture.setVisible(false);
        open.setVisible(false);
        chosen(image -> {
            picture.setVisible(true);
            picture.show(image.picture(), image.name());
            caption.setText(image.name() + ": " + image.caption());
            open.setVisible(scatter.chosen() >= 0);
            open.setAccessibleText("Look at " + image.name() + " in this cell");
        });
        scatter.setSpoken(this::spoken);
    }

    private String spoken(int index) {
        ImageMap map = shown;
        return map == null || index < 0 || index >= map.images().size()
                ? "map of pictures; arrow keys choose one"
                : map.images().get(index).name() + ", "
                        + map.images().get(index).caption();
    }

    /** What is shown as a table. */
    public List<Sheet> sheets() {
        ImageMap map = shown;
        if (map == null) {
            return List.of();
        }
        List<String> wanted = wanted();
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < map.images().size(); i++) {
            ImageMap.Image image = map.images().get(i);
            int word = CaptionWords.first(image.caption(), wanted);
            rows.add(List.of(
                    image.name(),
                    image.caption(),
                    word < 0 ? "" : wanted.get(word),
                    (double) map.places().at(i, 0),
                    (double) map.places().at(i, 1)));
        }
        return List.of(new Sheet(
                "image-map", "Pictures in the plane", List.of("picture", "caption", "word", "across", "up"), rows));
    }

    ScatterCanvas scatter() {
        return scatter;
    }

    TextField words() {
        return words;
    }

    Label caption() {
        return caption;
    }

    Button open() {
        return open;
    }

    Segments methods() {
        return methods;
    }
}
