package dev.patchbook.ui.view;

import dev.patchbook.ui.view.Ink.Kind;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;

/** How what looking is worth changed from evaluation to evaluation: a thin line over its zero. */
public final class GapLine extends CanvasView {
    private static final double WIDTH = 120;
    private static final double HEIGHT = 24;
    private static final double PAD = 4;

    private List<Double> gaps = List.of();

    /** An empty line. */
    public GapLine() {
        super("gap-line");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /** Shows the gaps of all evaluations, nats. */
    public void show(List<Double> nats) {
        List<Double> known = nats.stream().filter(Double::isFinite).toList();
        if (!known.equals(gaps)) {
            gaps = known;
            redraw();
        }
        say(
                gaps.isEmpty()
                        ? "no gap yet"
                        : gaps.size() == 1
                                ? "one evaluation"
                                : String.format(
                                        Locale.ROOT,
                                        "over %d evaluations the gap went from %.2f to %.2f nats",
                                        gaps.size(),
                                        gaps.get(0),
                                        gaps.get(gaps.size() - 1)));
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        if (gaps.isEmpty()) {
            return;
        }
        double most = Math.max(0.05, gaps.stream().mapToDouble(d -> d).max().orElse(0));
        double least = Math.min(0, gaps.stream().mapToDouble(d -> d).min().orElse(0));
        g.setStroke(ink.color(Kind.GRID));
        double zero = sharp(y(0, least, most, height));
        g.strokeLine(0, zero, width, zero);
        g.setStroke(ink.color(Kind.ACCENT));
        g.setFill(ink.color(Kind.ACCENT));
        g.setLineWidth(1.5);
        double last = width - PAD;
        g.beginPath();
        for (int i = 0; i < gaps.size(); i++) {
            double x = gaps.size() == 1 ? last : PAD + i * (last - PAD) / (gaps.size() - 1);
            g.lineTo(x, y(gaps.get(i), least, most, height));
        }
        g.stroke();
        double end = y(gaps.get(gaps.size() - 1), least, most, height);
        g.fillOval(last - 2.5, end - 2.5, 5, 5);
    }

    private static double y(double gap, double least, double most, double height) {
        return height - PAD - (gap - least) / (most - least) * (height - 2 * PAD);
    }
}
