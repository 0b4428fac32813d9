package dev.patchbook.ui.view;

import dev.patchbook.engine.AttentionView;
import dev.patchbook.export.Sheet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Attention maps of one picture and its caption: {@code vision}, what CLS and patches look at, or {@code text}, what each
 * character looks at; and what is asked for beside them, {@code characters}, the patches each character rests on, and
 * {@code lens}, what each block would say. Squares are never smoothed; what is shown, and how it is scaled, is said below each map.
 */
public final class AttentionMapView extends VBox {
    private static final List<String> VIEWS = List.of("vision", "text", "characters", "lens");

    /** Hears which block and head a person chooses. */
    @FunctionalInterface
    public interface PlaceListener {
        /** Block and head, both from 0. */
        void chosen(int layer, int head);
    }

    private final Segments views = new Segments("view", "vision", "text", "by character", "lens");
    private final VisionAttention vision = new VisionAttention(this::placeChosen);
    private final TextAttention text = new TextAttention(this::placeChosen);
    private final TokenLanes lanes = new TokenLanes();
    private final LensPane lens = new LensPane();
    private final Set<String> needed = new HashSet<>();
    private final StackPane stage = new StackPane();
    private PlaceListener onPlace = (layer, head) -> {};
    private Consumer<String> onView = view -> {};
    private Consumer<String> onNeeded = view -> {};
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
        if (maps != shown) {
            needed.clear();
            lanes.clear();
            lens.clear();
            lens.picture(maps.resized(), maps.grid());
        }
        shown = maps;
        refresh();
    }

    /** What is shown; null before the first. */
    public @Nullable AttentionView of() {
        return shown;
    }

    /** Which view: {@code vision}, {@code text}, {@code characters} or {@code lens}. */
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

    /** Called with a view that is shown for the first time and has nothing to show yet: {@code characters} or {@code lens}. */
    public void setOnNeeded(Consumer<String> listener) {
        onNeeded = listener;
    }

    /** The large map as SVG; empty for views that have none. */
    public Optional<String> svg() {
        return switch (view) {
            case "vision" -> Optional.of(vision.svg());
            case "text" -> Optional.of(text.svg());
            default -> Optional.empty();
        };
    }

    /** What is shown now as numbers, beside the weights themselves. */
    public List<Sheet> sheets() {
        return switch (view) {
            case "vision" -> vision.sheets();
            case "text" -> text.sheets();
            case "characters" -> lanes.sheets();
            default -> lens.sheets();
        };
    }

    /** The patches each character rests on. */
    public TokenLanes lanes() {
        return lanes;
    }

    /** What each block would say. */
    public LensPane lens() {
        return lens;
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
        switch (view) {
            case "vision" -> vision.show(shown, layer, head);
            case "text" -> text.show(shown, layer, head);
            default -> {
                if (needed.add(view)) {
                    onNeeded.accept(view);
                }
            }
        }
        Node wanted = List.of(vision, text, lanes, lens).get(VIEWS.indexOf(view));
        if (!stage.getChildren().contains(wanted)) {
            stage.getChildren().setAll(List.of(wanted));
        }
    }
}
