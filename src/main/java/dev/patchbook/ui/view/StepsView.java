package dev.patchbook.ui.view;

import dev.patchbook.base.Picture;
import dev.patchbook.chart.ColorMap;
import dev.patchbook.chart.HeatMap;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.Range;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.RowSteps;
import dev.patchbook.engine.RowSteps.Channel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Each step of a row's way to what a model reads: pictures with what was done to them, values by colour, and the caption. */
public final class StepsView extends VBox {
    private static final double SIDE = 144;
    private static final double MAP = 96;
    private static final int GRID = 288;

    private final WrapRow pictures = new WrapRow(20, 12, false);
    private final WrapRow values = new WrapRow(12, 12, false);
    private final Label valuesTitle = Views.label("", "view-strong");
    private final Label valuesWords = Views.label("", "view-muted");
    private final VBox text = new VBox(4);

    /** Nothing yet. */
    public StepsView() {
        super(12);
        getStyleClass().add("steps-view");
        setMinWidth(0);
        valuesWords.setWrapText(true);
        valuesTitle.setWrapText(true);
        getChildren().addAll(pictures, new VBox(4, valuesTitle, valuesWords, values), text);
    }

    /** Shows the steps of a row. */
    public void show(RowSteps steps) {
        pictures.getChildren().setAll(pictures(steps));
        values(steps);
        text(steps);
    }

    private static List<Node> pictures(RowSteps steps) {
        List<Node> all = new ArrayList<>();
        RowSteps.Pictures p = steps.pictures();
        all.add(step("As given", p.given(), SIDE, given(steps)));
        if (steps.file().alpha()) {
            boolean dropped = p.background() < 0;
            String over = String.format(Locale.ROOT, "laid over #%06X", p.background());
            String words = dropped ? "transparency dropped, as the articles do" : over;
            all.add(step(dropped ? "Without transparency" : "Over the background", p.opaque(), SIDE, words));
        }
        int side = p.resized().width();
        all.add(step("Squashed", p.resized(), SIDE, "to " + side + " × " + side + " pixels"));
        if (steps.patch() > 0) {
            int patches = side / steps.patch();
            Picture grid = HeatMap.grid(p.resized(), patches, Math.max(GRID, side));
            String words = patches + " × " + patches + " patches of " + steps.patch() + " × " + steps.patch();
            all.add(step("Cut into patches", grid, SIDE, words));
        }
        return all;
    }

    private static String given(RowSteps steps) {
        RowSteps.File file = steps.file();
        String turned = switch (file.orientation()) {
            case 2 -> "mirrored by EXIF";
            case 3 -> "turned half round by EXIF";
            case 4 -> "mirrored upside down by EXIF";
            case 5, 7 -> "mirrored and turned by EXIF";
            case 6 -> "turned right by EXIF";
            case 8 -> "turned left by EXIF";
            default -> "";
        };
        return steps.row().picture().width() + " × " + steps.row().picture().height() + " pixels\n" + file.format()
                + ", " + bytes(file.bytes()) + (file.alpha() ? ", transparent in parts" : "")
                + (turned.isEmpty() ? "" : "\n" + turned);
    }

    private static String bytes(long bytes) {
        return bytes < 1000
                ? bytes + " bytes"
                : bytes < 1_000_000
                        ? Numbers.significant(bytes / 1e3, 3) + " kB"
                        : Numbers.significant(bytes / 1e6, 3) + " MB";
    }

    private static Node step(String title, Picture picture, double side, String words) {
        PictureView view = new PictureView(side);
        view.show(picture, title + ": " + words.replace("\n", ", "));
        Label name = Views.label(title, "view-strong");
        Label detail = Views.label(words, "view-muted");
        for (Label label : List.of(name, detail)) {
            label.setWrapText(true);
            label.setMaxWidth(Math.max(side, 168));
        }
        VBox box = new VBox(4, name, view, detail);
        box.getStyleClass().add("step");
        return box;
    }

    private void values(RowSteps steps) {
        boolean signed = steps.normalize().equals("imagenet");
        float[] all = steps.values().data();
        Range range = signed ? Range.of(all).aroundZero() : Range.UNIT;
        ColorMap colours = signed ? ColorMap.BLUE_ORANGE : ColorMap.VIRIDIS;
        valuesTitle.setText(signed ? "Values, less ImageNet's mean over its deviation" : "Values, from 0 to 1");
        valuesWords.setText((signed ? "zero in the middle of the colours; " : "")
                + "one scale for all three: what the model reads");
        values.getChildren().clear();
        int size = steps.pictures().resized().width();
        int plane = size * size;
        for (int c = 0; c < steps.channels().size(); c++) {
            Channel channel = steps.channels().get(c);
            float[] one = Arrays.copyOfRange(all, c * plane, (c + 1) * plane);
            Picture map = HeatMap.of(one, size, size, colours, range);
            values.getChildren().add(step(capital(channel.name()), map, MAP, words(channel)));
        }
        ColorBar bar = new ColorBar(SIDE);
        bar.show(colours, range);
        values.getChildren().add(new HBox(bar));
    }

    private static String words(Channel channel) {
        return "min " + Numbers.significant(channel.min(), 3) + "\nmean " + Numbers.significant(channel.mean(), 3)
                + "\nmax " + Numbers.significant(channel.max(), 3);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private void text(RowSteps steps) {
        text.getChildren().clear();
        String used = steps.row().caption();
        boolean same = steps.text().read().equals(used);
        line("Caption" + (same ? "" : " as it stands"), visible(steps.text().read()));
        if (!same) {
            line("Caption as used", visible(used));
            steps.text().changes().forEach(change -> line("Change", change));
        }
        String tokens = steps.text().tokens().stream()
                .map(token -> TokenWords.visible(token.text()) + "\u202f" + token.id())
                .collect(Collectors.joining("  "));
        line(steps.text().tokens().size() + " tokens with their ids", tokens);
        line("SHA-256 of its pixels", steps.hash());
    }

    /** Line ends and other characters that cannot be seen are drawn; blanks stay. */
    private static String visible(String caption) {
        return caption.codePoints()
                .mapToObj(Character::toString)
                .map(each -> each.equals(" ") ? each : TokenWords.visible(each))
                .collect(Collectors.joining());
    }

    private void line(String name, String value) {
        Label words = Views.label(value, name.equals("Change") ? "view-text" : "view-mono");
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setAccessibleText(name + ": " + value);
        text.getChildren().add(new VBox(Views.label(name, "view-muted"), words));
    }
}
