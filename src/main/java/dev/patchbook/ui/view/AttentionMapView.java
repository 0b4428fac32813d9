package dev.patchbook.ui.view;

import dev.patchbook.engine.AttentionView;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Attention maps of one picture and its caption: {@code vision}, what CLS looks at, or {@code text}, what each character
 * looks at. Squares are never smoothed; what is shown, and how it is scaled, is said below each map.
 */
public final class AttentionMapView extends VBox {
    private static final List<String> VIEWS = List.of("vision", "text");

    /** Hears which block and head a person chooses. */
    @FunctionalInterface
    public interface PlaceListener {
        /** Block and head, both from 0. */
        void chosen(int layer, int head);
    }

    private final Segments views = new Segments("view", "vision: CLS to patches", "text: character to character");
    private final VisionAttention vision = new VisionAttention(this::placeChosen);
    private final TextAttention text = new TextAttention(this::placeChosen);
    private final StackPane stage = new StackPane();
    private PlaceListener onPlace = (layer, head) -> {};
    private Consumer<String> onView = view -> {};
    private @Nullable AttentionView shown;
    private String view = "vision";
    private int layer;
    private int head;

    /** An empty view. */
    public AttentionMapView() {
        getStyleClass().add("attention-map-view");
        setSpacing(12);
        getChildren().addAll(views, stage);
        views.mark(0);
        views.onChoose(index -> {
            setView(VIEWS.get(index));
            onView.accept(VIEWS.get(index));
        });
    }

    /** Shows maps; view, block and head stay as chosen, or the nearest there are. */
    public void show(AttentionView maps) {
        shown = maps;
        refresh();
    }

    /** Which view: {@code vision} or {@code text}. */
    public void setView(String name) {
        int index = Math.max(0, VIEWS.indexOf(name));
        view = VIEWS.get(index);
        views.mark(index);
        refresh();
    }

    /** Chooses a block and a head, both from 0. */
    public void choose(int block, int headOfBlock) {
        layer = block;
        head = headOfBlock;
        refresh();
    }

    /** Called when a person chooses a block and a head. */
    public void setOnPlace(PlaceListener listener) {
        onPlace = listener;
    }

    /** Called with the view a person chooses. */
    public void setOnView(Consumer<String> listener) {
        onView = listener;
    }

    /** The large map as SVG. */
    public String svg() {
        return view.equals("vision") ? vision.svg() : text.svg();
    }

    VisionAttention vision() {
        return vision;
    }

    TextAttention text() {
        return text;
    }

    private void placeChosen(int block, int headOfBlock) {
        layer = block;
        head = headOfBlock;
        onPlace.chosen(block, headOfBlock);
    }

    private void refresh() {
        if (shown == null) {
            return;
        }
        boolean first = view.equals("vision");
        if (first) {
            vision.show(shown, layer, head);
        } else {
            text.show(shown, layer, head);
        }
        Node wanted = first ? vision : text;
        if (!stage.getChildren().contains(wanted)) {
            stage.getChildren().setAll(List.of(wanted));
        }
    }
}
