package dev.patchbook.ui.view;

import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.TokenEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A caption, one chip a token, the more coloured and the thicker underlined the more surprising it was to the model
 * (−log p). Blanks, line ends and special tokens are drawn visibly; the prompt's chips are outlined only; a dashed chip
 * stands for the one to come. A click or the arrow keys choose a chip, Escape lets it go.
 */
public final class CaptionChips extends WrapRow {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final List<Chip> chips = new ArrayList<>();
    private final Chip next = new Chip("?", "the next character", "chip-next");
    private String prompt = "";
    private List<TokenEvent> tokens = List.of();
    private int selected = -1;
    private IntConsumer onSelected = index -> {};

    /** An empty caption. */
    public CaptionChips() {
        super(2, 8, false);
        getStyleClass().add("caption-chips");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(e -> requestFocus());
    }

    /**
     * Shows a caption; where it only grew, what is there stays.
     *
     * @param start the prompt
     * @param generated the tokens after it
     * @param more whether another is to come
     */
    public void show(String start, List<TokenEvent> generated, boolean more) {
        boolean grown = start.equals(prompt)
                && generated.size() >= tokens.size()
                && generated.subList(0, tokens.size()).equals(tokens);
        if (!grown) {
            chips.clear();
            getChildren().clear();
            selected = -1;
        }
        if (chips.isEmpty()) {
            start.codePoints().forEach(c -> add(promptChip(Character.toString(c)), -1));
        }
        int promptLength = start.codePointCount(0, start.length());
        for (int i = chips.size() - promptLength; i < generated.size(); i++) {
            add(tokenChip(generated.get(i)), i);
        }
        prompt = start;
        tokens = List.copyOf(generated);
        getChildren().remove(next);
        if (more) {
            getChildren().add(next);
        }
        select(Math.min(selected, tokens.size() - 1));
    }

    /** Called with the token chosen, counted from 0 after the prompt; -1: none. */
    public void setOnSelected(IntConsumer listener) {
        onSelected = listener;
    }

    /** The token chosen; -1: none. */
    public int selected() {
        return selected;
    }

    /** Chooses a token after the prompt; -1: none. */
    public void select(int index) {
        boolean other = index != selected;
        selected = index;
        int promptLength = chips.size() - tokens.size();
        for (int i = 0; i < chips.size(); i++) {
            chips.get(i).pseudoClassStateChanged(SELECTED, index >= 0 && i == promptLength + index);
        }
        Views.say(
                this,
                index < 0
                        ? "caption “" + text() + "”, " + tokens.size()
                                + " characters written; arrow keys move over them"
                        : "character " + (index + 1) + " of " + tokens.size() + ", " + words(tokens.get(index)));
        if (other) {
            onSelected.accept(index);
        }
    }

    private String text() {
        StringBuilder all = new StringBuilder(prompt);
        tokens.forEach(token -> all.append(token.chosen().text()));
        return all.toString();
    }

    private static Chip promptChip(String character) {
        return new Chip(character, "prompt: " + TokenWords.spoken(character), "chip-prompt");
    }

    private static Chip tokenChip(TokenEvent token) {
        Chip chip = new Chip(token.chosen().text(), words(token), "chip-token");
        chip.setSurprise(TokenWords.surprise(token.chosen().probability()));
        return chip;
    }

    private static String words(TokenEvent token) {
        double p = token.chosen().probability();
        return "“" + TokenWords.spoken(token.chosen().text()) + "”, probability " + Numbers.probability(p)
                + ", surprise " + Numbers.significant(TokenWords.surprise(p), 2) + " nats";
    }

    private void add(Chip chip, int index) {
        chips.add(chip);
        getChildren().add(chip);
        if (index >= 0) {
            chip.setOnMousePressed(e -> {
                requestFocus();
                select(index == selected ? -1 : index);
                e.consume();
            });
        }
    }

    private void key(KeyEvent e) {
        int last = tokens.size() - 1;
        int wanted = switch (e.getCode()) {
            case LEFT -> selected < 0 ? last : Math.max(0, selected - 1);
            case RIGHT -> selected < 0 ? 0 : Math.min(last, selected + 1);
            case HOME -> 0;
            case END -> last;
            default -> -1;
        };
        if (wanted >= 0 && wanted <= last) {
            select(wanted);
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && selected >= 0) {
            select(-1);
            e.consume();
        }
    }

    /** One token. */
    private static final class Chip extends Region {
        private final Region fill = new Region();
        private final Region underline = new Region();
        private final Label label;
        private final Text line = new Text();
        private double thickness = 1;

        Chip(String token, @Nullable String tip, String styleClass) {
            getStyleClass().addAll("chip", styleClass);
            fill.getStyleClass().add("chip-fill");
            underline.getStyleClass().add("chip-underline");
            fill.setOpacity(0);
            String shown = TokenWords.visible(token);
            label = Views.label(shown, "chip-label");
            boolean sign = !shown.equals(token) || token.length() > 2;
            if (sign) {
                label.getStyleClass().add(shown.length() > 1 ? "chip-word" : "chip-sign");
            }
            label.setMinWidth(USE_PREF_SIZE);
            line.getStyleClass().add("chip-line");
            line.setManaged(false);
            getChildren().addAll(fill, underline, label, line);
            setAccessibleRole(AccessibleRole.TEXT);
            setAccessibleText(tip);
            Tooltip.install(this, new Tooltip(tip));
        }

        void setSurprise(double nats) {
            double level = Math.min(1, nats / 4);
            fill.setOpacity(0.55 * level);
            thickness = 1 + Math.round(3 * level);
        }

        @Override
        protected double computePrefWidth(double height) {
            return Math.max(18, Math.ceil(label.prefWidth(-1)) + 6);
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.ceil(Measure.height(line.getFont())) + 8;
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            double height = getHeight();
            fill.resizeRelocate(0, 0, width, height);
            underline.resizeRelocate(0, height - thickness, width, thickness);
            double labelWidth = label.prefWidth(-1);
            double labelHeight = label.prefHeight(-1);
            label.resizeRelocate(
                    snapPositionX((width - labelWidth) / 2),
                    snapPositionY((height - 4 - labelHeight) / 2),
                    labelWidth,
                    labelHeight);
        }
    }
}
