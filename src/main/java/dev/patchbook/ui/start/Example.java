package dev.patchbook.ui.start;

import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A notebook that comes with the program. It is read from the program's jar and opened without a file of its own. */
public enum Example {
    /** What a person meets first. */
    WELCOME(
            "welcome",
            "A circle above a square",
            "The main job from pictures to a caption, in six cells. Begin here.",
            "about 3 minutes"),
    /** The run of the articles. */
    ARTICLES(
            "articles-run",
            "The articles' run",
            "Their sizes and their three pictures: a loss of 0.006, and why it proves little.",
            "about 1 minute"),
    /** Two variants on the same data. */
    VARIANTS(
            "standard-against-published",
            "Standard against published",
            "Two models, the same pictures. Both learn the captions; only one looks.",
            "about half a minute"),
    /** Attention and what it does not show. */
    LOOKING(
            "what-the-model-looks-at",
            "What the model looks at",
            "Patches and attention: what the maps show, and what they do not.",
            "about 2 minutes"),
    /** Temperature and its kin. */
    SAMPLING(
            "how-sampling-works",
            "How sampling works",
            "Greedy, temperature, top-k, top-p and seeds, drawn from one model.",
            "about 1 minute"),
    /** The variant git. */
    PATCHES(
            "all-patches-as-tokens",
            "All patches as tokens",
            "The same training twice: one vector for the picture, or every patch.",
            "about 3 minutes"),
    /** Freezing and adapters. */
    PARTS(
            "which-parts-to-train",
            "Which parts to train",
            "Six runs from the same weights: the projector alone, with adapters, with more and more of the model.",
            "about 2 minutes");

    private final String file;
    private final String title;
    private final String teaches;
    private final String takes;

    Example(String file, String title, String teaches, String takes) {
        this.file = file;
        this.title = title;
        this.teaches = teaches;
        this.takes = takes;
    }

    /** Every example but the welcome notebook. */
    public static List<Example> lessons() {
        return Arrays.stream(values()).filter(example -> example != WELCOME).toList();
    }

    /** Its title. */
    public String title() {
        return title;
    }

    /** What it teaches, in a sentence. */
    public String teaches() {
        return teaches;
    }

    /** How long running all of it takes on a laptop, for people. */
    public String takes() {
        return takes;
    }

    /** Its text. */
    public String text() {
        String path = "/dev/patchbook/assets/examples/" + file + ".md";
        try (InputStream in = Objects.requireNonNull(Example.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of the notebook. */
    public Notebook open() {
        return NotebookFormat.read(text());
    }
}
