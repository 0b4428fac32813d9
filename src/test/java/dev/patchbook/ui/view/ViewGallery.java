package dev.patchbook.ui.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.patchbook.chart.Axis;
import dev.patchbook.chart.Bars;
import dev.patchbook.chart.ChartOptions;
import dev.patchbook.chart.RunSeries;
import dev.patchbook.chart.SeriesKey;
import dev.patchbook.chart.Strip;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.TokenEvent;
import dev.patchbook.ui.Fx;
import dev.patchbook.ui.view.Invented.Size;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** Draws every widget with invented data, in both themes, wide and narrow, to {@code target/pictures/views}. */
final class ViewGallery {
    private static final String MARKDOWN = """
            # A circle above a square
            Two thousand drawn scenes, a model of *1.3 million* parameters, **three minutes**. Watch when it starts to
            [look at the picture](cell:attention) instead of guessing `the usual caption`.

            ## What to try
            1. Run the **data** cell
               - its rows are checked one by one
               - those that cannot be used are named
            2. Change `patch-size` to 16

            > What is shown is what the model has, <b>not</b> what it ought to have.

            | part | parameters | share |
            |---|---:|:-:|
            | vision transformer | 842 112 | 64 % |
            | causal decoder | 334 000 | 26 % |

            ```
            patchbook train --data sample:scenes --preset laptop
            ```
            <script>alert(1)</script>

            ---
            The end.
            """;

    private ViewGallery() {}

    /** Every widget under its name; made on the JavaFX thread. */
    static Map<String, Supplier<Region>> widgets() {
        Map<String, Supplier<Region>> all = new LinkedHashMap<>();
        charts(all);
        all.put("rows", () -> {
            RowGrid grid = new RowGrid();
            grid.show(Invented.rows(2400));
            return grid;
        });
        all.put("rows-empty", RowGrid::new);
        all.put("bar-columns", () -> bars(new BarColumns(), Invented.bars(31, 20.5)));
        all.put("bar-columns-empty", BarColumns::new);
        all.put("bar-rows", () -> bars(new BarRows(), Invented.bars(28, Double.NaN)));
        all.put("bar-rows-empty", BarRows::new);
        all.put("model", () -> {
            ModelDiagram diagram = new ModelDiagram();
            diagram.show(Invented.model());
            return diagram;
        });
        all.put("model-adapted", () -> {
            ModelDiagram diagram = new ModelDiagram();
            diagram.show(Invented.model().with(Invented.adapted(0).parts()), "learning");
            return diagram;
        });
        all.put("training-stage", () -> training(0));
        all.put("training-adapters", () -> training(1));
        for (String view : List.of("picture", "norm", "position")) {
            all.put("patches-" + view, () -> patches(view));
        }
        InsideGallery.add(all);
        all.put(
                "attention-vision",
                () -> attention(Invented.attention(new Size(6, 4, 4), 1, Invented.CAPTION), "vision"));
        all.put(
                "attention-vision-large",
                () -> attention(Invented.attention(new Size(6, 3, 8), 1, Invented.CAPTION), "vision"));
        all.put("attention-text", () -> attention(Invented.attention(new Size(6, 3, 4), 1, Invented.CAPTION), "text"));
        all.put(
                "attention-text-git",
                () -> attention(Invented.attention(new Size(6, 3, 4), 37, Invented.CAPTION), "text"));
        all.put("caption", () -> caption("a r", Invented.tokens("ed circle ab"), true));
        all.put("caption-long", () -> caption("", Invented.tokens(Invented.CAPTION + "\n" + Invented.CAPTION), false));
        all.put("caption-empty", CaptionView::new);
        all.put("markdown", () -> {
            MarkdownFlow flow = new MarkdownFlow();
            flow.show(MARKDOWN);
            return flow;
        });
        return all;
    }

    private static BarsView bars(BarsView view, Bars bars) {
        view.show(bars);
        return view;
    }

    private static TrainingPicture training(int stage) {
        TrainingPicture picture = new TrainingPicture();
        picture.show(Invented.adapted(stage));
        return picture;
    }

    private static PatchGridView patches(String view) {
        PatchGridView grid = new PatchGridView();
        grid.show(Invented.patches(6, 8));
        grid.setView(view);
        return grid;
    }

    private static AttentionMapView attention(AttentionView maps, String view) {
        AttentionMapView map = new AttentionMapView();
        map.show(maps);
        map.setView(view);
        map.choose(2, 3);
        return map;
    }

    private static CaptionView caption(String prompt, List<TokenEvent> tokens, boolean more) {
        CaptionView view = new CaptionView();
        view.show(Caption.of(prompt, tokens, more));
        return view;
    }

    private static void charts(Map<String, Supplier<Region>> all) {
        ChartOptions usual = ChartOptions.DEFAULT;
        all.put("loss", () -> chart(usual.withTotal(100), Invented.run(72, 10)));
        all.put("loss-smoothed", () -> chart(usual.withSmoothing(0.9), Invented.run(1500, 100)));
        all.put("loss-dense", () -> chart(usual.withSmoothing(0.99), Invented.run(100_000, 5000)));
        all.put("loss-linear-time", () -> chart(usual.withLog(false).withAxis(Axis.TIME), Invented.run(900, 100)));
        all.put("loss-empty", () -> chart(usual.withTotal(100), new RunSeries("first")));
        all.put("loss-diverged", () -> {
            RunSeries run = Invented.run(60, 0);
            run.step(60, 172);
            run.add(SeriesKey.TRAINING, Double.NaN);
            return chart(usual.withTotal(100), run);
        });
        all.put("chart-rich", () -> chart(usual.withTotal(1500), Invented.rich("first", 7, 900, 50)));
        all.put(
                "chart-folded",
                () -> chart(
                        usual.withAxis(Axis.EPOCH)
                                .withFolded(Strip.LEARNING_RATE, true)
                                .withFolded(Strip.SPEED, true),
                        Invented.rich("first", 7, 900, 50)));
        all.put(
                "chart-two",
                () -> chart(
                        usual.withSmoothing(0.9),
                        Invented.rich("first 1", 7, 900, 50),
                        Invented.rich("first 2", 6, 900, 50)));
        all.put("chart-seven", () -> {
            RunSeries[] runs = new RunSeries[7];
            for (int i = 0; i < runs.length; i++) {
                runs[i] = Invented.run("run with a rather long name " + (i + 1), i + 3, 400 + 20 * i, 40);
            }
            return chart(usual.withSmoothing(0.95), runs);
        });
        all.put("chart-controls", () -> new ChartControls(new RunChart()));
    }

    private static RunChart chart(ChartOptions options, RunSeries... runs) {
        RunChart chart = new RunChart();
        chart.show(List.of(runs));
        chart.setOptions(options);
        return chart;
    }

    /** Draws the named widgets, all where no name is given; one picture a theme and width. */
    static List<Path> draw(List<String> names, double width) {
        List<Path> files = new ArrayList<>();
        for (boolean dark : new boolean[] {false, true}) {
            Fx.run(() -> Application.setUserAgentStylesheet(
                    dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
            VBox column = Fx.call(() -> column(names));
            Stage stage = Fx.show(column, width, 900);
            Fx.run(() -> {
                stage.getScene().getStylesheets().add(Views.stylesheet());
                column.setStyle("-fx-background-color: -color-bg-default; -fx-padding: 16; -fx-spacing: 12;"
                        + " -fx-font-family: Inter;");
                column.applyCss();
                stage.setHeight(Math.max(200, column.prefHeight(width)));
            });
            Fx.pulses(3);
            String name = "views/" + String.join("+", names) + "-" + (int) width + (dark ? "-dark" : "-light");
            files.add(Fx.picture(column, name));
            Fx.close(stage);
        }
        return files;
    }

    private static VBox column(List<String> names) {
        VBox column = new VBox();
        widgets().forEach((name, widget) -> {
            if (names.contains(name)) {
                column.getChildren().addAll(new Label(name), widget.get());
            }
        });
        if (column.getChildren().isEmpty()) {
            throw new IllegalArgumentException(
                    "the gallery has no " + names + ", but " + widgets().keySet());
        }
        return column;
    }
}
