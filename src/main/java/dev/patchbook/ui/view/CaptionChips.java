package dev.patchbook.ui.view;

import dev.patchbook.chart.TokenWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A caption, one chip a token, the more coloured and the thicker underlined the more surprising it was to the model
 * (−log p). Blanks, line ends and special tokens are drawn visibly; the prompt's chips are outlined only; a dashed chip
 * stands for the one to come. A click or the arrow keys choose a chip, Escape lets it go; a double click or Backspace goes back to it.
 */
public final class CaptionChips extends WrapRow {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final List<Chip> chips = new ArrayList<>();
    private final Chip next = new Chip("?", "the next character", "chip-next");
    private String prompt = "";
    private String name = "caption";
    private List<Letter> letters = List.of();
    private int selected = -1;
    private IntConsumer onSelected = index -> {};
    private IntConsumer onRewind = index -> {};

    /** An empty caption. */
    public CaptionChips() {
        super(2, 8, false);
        getStyleClass().add("caption-chips");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(e -> requestFocus());
        Views.say(this, "no characters yet");
        next.setOnMousePressed(e -> {
            requestFocus();
            select(-1);
            e.consume();
        });
    }

    /**
     * Shows a caption; what was there and is the same stays.
     *
     * @param start the prompt
     * @param written the tokens after it
     * @param more whether another is to come
     */
    public void show(String start, List<Letter> written, boolean more) {
        int same = 0;
        while (same < Math.min(letters.size(), written.size())
                && letters.get(same).equals(written.get(same))) {
            same++;
        }
        int promptLength = start.codePointCount(0, start.length());
        getChildren().remove(next);
        if (!start.equals(prompt)) {
            same = 0;
            getChildren().clear();
            chips.clear();
            start.codePoints().forEach(c -> add(promptChip(Character.toString(c)), -1));
        }
        List<Chip> old = chips.subList(promptLength + same, chips.size());
        getChildren().removeAll(old);
        old.clear();
        for (int i = same; i < written.size(); i++) {
            add(Chip.of(written.get(i)), i);
        }
        prompt = start;
        letters = List.copyOf(written);
        if (more) {
            getChildren().add(next);
        }
        select(selected < letters.size() ? selected : -1);
    }

    /** Called with the token chosen, counted from 0 after the prompt; -1: none. */
    public void setOnSelected(IntConsumer listener) {
        onSelected = listener;
    }

    /** Called with the token a person wants to go back to. */
    public void setOnRewind(IntConsumer listener) {
        onRewind = listener;
    }

    /** The token chosen; -1: none. */
    public int selected() {
        return selected;
    }

    /** Chooses a token after the prompt; -1: none. */
    public void select(int index) {
        boolean other = index != selected;
        selected = index;
        int promptLength = chips.size() - letters.size();
        for (int i = 0; i < chips.size(); i++) {
            chips.get(i).pseudoClassStateChanged(SELECTED, index >= 0 && i == promptLength + index);
        }
        next.pseudoClassStateChanged(SELECTED, index < 0);
        Views.say(
                this,
                index < 0
                        ? name + " “" + text() + "”, " + letters.size() + " characters; arrow keys move over them"
                        : "character " + (index + 1) + " of " + letters.size() + ", "
                                + letters.get(index).words());
        if (other) {
            onSelected.accept(index);
        }
    }

    /** What a screen reader calls it. */
    public void name(String spoken) {
        name = spoken;
    }

    private String text() {
        StringBuilder all = new StringBuilder(prompt);
        letters.forEach(letter -> all.append(letter.text()));
        return all.toString();
    }

    private static Chip promptChip(String character) {
        return new Chip(character, "prompt: " + TokenWords.spoken(character), "chip-prompt");
    }

    private void add(Chip chip, int index) {
        chips.add(chip);
        getChildren().add(chip);
        if (index >= 0) {
            chip.setOnMousePressed(e -> {
                requestFocus();
                if (e.getClickCount() == 2) {
                    onRewind.accept(index);
                } else {
                    select(index == selected ? -1 : index);
                }
                e.consume();
            });
        }
    }

    private void key(KeyEvent e) {
        int last = letters.size() - 1;
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
        } else if (e.getCode() == KeyCode.BACK_SPACE && last >= 0) {
            onRewind.accept(selected >= 0 ? selected : last);
            e.consume();
        }
    }
}
