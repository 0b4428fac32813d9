package dev.patchbook.ui.view;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/**
 * A region drawn on a canvas. However often a redraw is asked for, it is drawn at most once a pulse, and only while it is
 * part of a window; a redraw does not lay out anything around it.
 */
abstract class CanvasView extends Region {
    /** The colours and fonts to draw with. */
    protected final Ink ink = new Ink(this::inkChanged);

    private final Surface surface = new Surface();

    /** Creates the view with its style class. */
    protected CanvasView(String styleClass) {
        getStyleClass().add(styleClass);
        getChildren().addAll(ink, surface);
    }

    /** Draws everything; the canvas is clear. Called on the JavaFX thread during layout. */
    protected abstract void draw(GraphicsContext g, double width, double height);

    /** Has a screen reader say what is shown now; where the keyboard is here, at once. */
    protected final void say(String words) {
        Views.say(this, words);
    }

    /** Asks for a drawing in the next pulse. */
    protected final void redraw() {
        surface.requestLayout();
    }

    /** Called when a colour or a font changed: sizes may depend on it. */
    protected void inkChanged() {
        requestLayout();
        redraw();
    }

    @Override
    protected void layoutChildren() {
        surface.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    /** Sets font and colour and writes a text with its vertical middle at y. */
    protected final void write(GraphicsContext g, Ink.Kind kind, String text, double x, double y) {
        write(g, kind, ink.font(kind), text, x, y);
    }

    /** Writes a text with its vertical middle at y in a font of its own. */
    protected final void write(GraphicsContext g, Ink.Kind kind, Font font, String text, double x, double y) {
        g.setTextBaseline(VPos.CENTER);
        g.setFont(font);
        g.setFill(ink.color(kind));
        g.fillText(text, x, y);
    }

    /** Width of a text in an ink's font. */
    protected final double width(Ink.Kind kind, String text) {
        return Measure.width(text, ink.font(kind));
    }

    /** The middle of the pixel a coordinate falls in: where a line one pixel wide is sharp. */
    protected static double sharp(double coordinate) {
        return Math.floor(coordinate) + 0.5;
    }

    /** Clear pixels at the edges: an enlarged picture mixes the last ones drawn with what was beyond them. */
    private static final int BORDER = 2;

    /** Holds the canvas; not managed, so that asking it for layout stops here. */
    private final class Surface extends Region {
        private final Canvas canvas = new Canvas();

        Surface() {
            setManaged(false);
            setMouseTransparent(true);
            getChildren().add(canvas);
        }

        @Override
        protected void layoutChildren() {
            double width = Math.ceil(getWidth());
            double height = Math.ceil(getHeight());
            if (width <= 0 || height <= 0) {
                return;
            }
            canvas.setWidth(width + BORDER);
            canvas.setHeight(height + BORDER);
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.clearRect(0, 0, width + BORDER, height + BORDER);
            g.save();
            draw(g, getWidth(), getHeight());
            g.restore();
        }
    }
}
