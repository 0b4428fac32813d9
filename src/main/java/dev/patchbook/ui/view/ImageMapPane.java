package dev.patchbook.ui.view;

import dev.patchbook.chart.AttentionWords;
import dev.patchbook.chart.ScatterSvg;
import dev.patchbook.engine.ImageMap;
import dev.patchbook.export.PictureMap;
import dev.patchbook.export.Sheet;
import java.util.List;
import java.util.Optional;
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
 * Pictures of the data as points in a plane, as vision sees them, coloured by words of their captions. Pointing shows a picture
 * small; a click, or Enter at the one chosen, opens it large.
 */
public final class ImageMapPane extends VBox {
    private static final double SIDE = 360;
    private static final List<String> METHODS = List.of("pca", "tsne");

    private final Segments methods = new Segments("method", "principal components", "t-SNE");
    private final TextField words = new TextField();
    private final Waiting waiting = new Waiting("Compute");
    private final ScatterCanvas scatter = new ScatterCanvas(SIDE);
    private final Label method = Views.label("", "view-muted");
    private final WrapRow legend = new WrapRow(12, 4, true);
    private final PictureView picture = new PictureView(96);
    private final Label caption = Views.label("", "view-text");
    private final Button open = new Button("Open");
    private final OpenedPicture opened = new OpenedPicture();
    private Consumer<String> onMethod = name -> {};
    private Consumer<String> onWords = text -> {};
    private Consumer<ImageMap.Image> onOpen = image -> {};
    private Runnable onNeeded = () -> {};
    private @Nullable ImageMap shown;
    private @Nullable PictureMap drawn;
    private @Nullable ImageMap asked;
    private boolean near;
    private String wanted = "";

    /** No pictures yet. */
    public ImageMapPane() {
        super(12);
        getStyleClass().add("image-map-pane");
        for (Label label : List.of(method, caption)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        method.setMaxWidth(SIDE);
        caption.setMaxWidth(240);
        legend.setMaxWidth(SIDE);
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(e -> openChosen());
        Limits limits = new Limits();
        limits.setText(AttentionWords.MAP_LIMITS);
        VBox left = new VBox(8, scatter, legend, method, limits);
        left.setPrefWidth(SIDE);
        WrapRow row = new WrapRow(24, 16, false);
        row.getChildren().addAll(left, new VBox(8, new HBox(picture), caption, open), opened);
        getChildren().addAll(controls(), waiting, row);
        waiting.done();
        scatter.onShown(index -> describe());
        scatter.onAct(this::open);
        opened.onClose(scatter::requestFocus);
        scatter.setSpoken(this::spoken);
        describe();
    }

    private WrapRow controls() {
        words.setPromptText("words, by blanks");
        words.setAccessibleText("words of captions that colour the points, up to " + PictureMap.MOST_WORDS
                + "; empty: frequent ones; Enter colours");
        words.setPrefColumnCount(16);
        words.setMinWidth(0);
        words.setOnAction(e -> {
            settle(METHODS.get(near ? 1 : 0), words.getText());
            onWords.accept(wanted);
        });
        HBox colours = new HBox(8, Views.label("colour by", "view-muted"), words);
        colours.setAlignment(Pos.CENTER_LEFT);
        WrapRow controls = new WrapRow(12, 8, true);
        controls.getChildren().addAll(methods, colours);
        methods.mark(0);
        methods.onChoose(index -> {
            settle(METHODS.get(index), wanted);
            onMethod.accept(METHODS.get(index));
        });
        return controls;
    }

    /** Called with the method a person chooses: {@code pca} or {@code tsne}. */
    public void onMethod(Consumer<String> listener) {
        onMethod = listener;
    }

    /** Called with the words a person writes, by blanks. */
    public void onWords(Consumer<String> listener) {
        onWords = listener;
    }

    /** Called with the picture that is to be seen large. */
    public void onOpen(Consumer<ImageMap.Image> listener) {
        onOpen = listener;
    }

    /** Called once for each map where t-SNE is wanted and not there. */
    public void onNeeded(Runnable listener) {
        onNeeded = listener;
    }

    /** What says how far t-SNE is. */
    public Waiting waiting() {
        return waiting;
    }

    /** The picture that is seen large. */
    public OpenedPicture opened() {
        return opened;
    }

    /** What is shown; null before the first. */
    public @Nullable ImageMap of() {
        return shown;
    }

    /** Which plane, and the words that colour it. */
    public void settle(String methodName, String text) {
        boolean nears = METHODS.indexOf(methodName) == 1;
        if (nears == near && text.strip().equals(wanted) && drawn != null) {
            return;
        }
        near = nears;
        wanted = text.strip();
        methods.mark(near ? 1 : 0);
        if (!words.isFocused() || !words.getText().strip().equals(wanted)) {
            words.setText(wanted);
        }
        draw();
    }

    /** Shows pictures. */
    public void show(ImageMap map) {
        ImageMap before = shown;
        if (before == null || !before.captions().equals(map.captions()) || before.step() != map.step()) {
            opened.close();
            scatter.choose(-1);
        }
        shown = map;
        draw();
    }

    private void draw() {
        ImageMap map = shown;
        if (map == null) {
            return;
        }
        PictureMap now = PictureMap.of(map, near, wanted);
        drawn = now;
        scatter.show(now.places(), now.colours());
        method.setText(now.method());
        legend.getChildren().clear();
        for (ScatterSvg.Key key : now.keys()) {
            Label label = Views.label(key.name(), "view-muted");
            label.setGraphic(new Circle(4.5, Views.color(key.rgb())));
            label.setMinWidth(USE_PREF_SIZE);
            legend.getChildren().add(label);
        }
        describe();
        if (near == now.near()) {
            waiting.done();
        } else if (asked != map) {
            asked = map;
            onNeeded.run();
        }
    }

    private Optional<ImageMap.Image> image(int index) {
        PictureMap now = drawn;
        return now == null || index < 0 || index >= now.count()
                ? Optional.empty()
                : Optional.of(now.map().images().get(index));
    }

    void openChosen() {
        open(scatter.chosen());
    }

    private void open(int index) {
        image(index).ifPresent(image -> {
            opened.open(image);
            onOpen.accept(image);
        });
    }

    private void describe() {
        Optional<ImageMap.Image> image = image(scatter.shown());
        caption.setText(image.map(each -> each.name() + ": " + each.caption())
                .orElse("Point at a picture. A click, or Enter at the one chosen, opens it."));
        picture.setVisible(image.isPresent());
        image.ifPresent(each -> picture.show(each.picture(), each.name()));
        open.setVisible(image.isPresent() && scatter.chosen() >= 0);
        open.setAccessibleText("Open " + image.map(ImageMap.Image::name).orElse("it"));
        scatter.setSpoken(this::spoken);
    }

    private String spoken(int index) {
        return image(index)
                .map(image -> image.name() + ", " + image.caption() + "; Enter opens it")
                .orElse("map of pictures; arrow keys choose one");
    }

    /** What is shown as a table. */
    public List<Sheet> sheets() {
        PictureMap now = drawn;
        return now == null ? List.of() : List.of(now.sheet());
    }

    /** The plane shown as SVG. */
    public String svg() {
        PictureMap now = drawn;
        return now == null ? "" : now.svg(SIDE);
    }

    ScatterCanvas scatter() {
        return scatter;
    }

    TextField words() {
        return words;
    }

    Label method() {
        return method;
    }

    Segments methods() {
        return methods;
    }
}
