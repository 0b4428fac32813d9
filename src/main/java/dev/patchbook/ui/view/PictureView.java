package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** A picture: squares for pixels where enlarged, smooth where reduced; its proportions are kept. */
public final class PictureView extends CanvasView {
    private static final double CORNER = 6;
    private final Rectangle clip = new Rectangle();
    private double side;
    private double ratio = 1;
    private @Nullable Picture picture;
    private @Nullable Image image;

    /** An empty view with rounded corners that would like to be so wide. */
    public PictureView(double side) {
        super("picture-view");
        this.side = side;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setRounded(true);
        setClip(clip);
        setMinSize(16, 16);
    }

    /** Shows a picture; the text is what a screen reader says. */
    public void show(Picture shown, String text) {
        if (shown != picture) {
            picture = shown;
            ratio = (double) shown.height() / shown.width();
            image = Views.image(shown);
            requestLayout();
            redraw();
        }
        setAccessibleText(text);
    }

    /** The picture shown, if any. */
    public @Nullable Picture picture() {
        return picture;
    }

    /** How wide it would like to be. */
    public void setSide(double wanted) {
        side = wanted;
        requestLayout();
    }

    /** Whether corners are rounded; where every pixel counts they are not. */
    public void setRounded(boolean rounded) {
        clip.setArcWidth(rounded ? 2 * CORNER : 0);
        clip.setArcHeight(rounded ? 2 * CORNER : 0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return side;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.round((width < 0 ? side : Math.min(width, side)) * ratio);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return side;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    /** Width at which the picture is drawn in a region of the given size. */
    double drawnWidth(double width, double height) {
        return Math.min(width, Math.round(height / ratio));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double width = drawnWidth(getWidth(), getHeight());
        clip.setWidth(width);
        clip.setHeight(Math.round(width * ratio));
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        if (image != null) {
            double drawn = drawnWidth(width, height);
            g.setImageSmoothing(drawn < image.getWidth());
            g.drawImage(image, 0, 0, drawn, Math.round(drawn * ratio));
        }
    }
}
