package dev.patchbook.ui;

/** A notebook with one cell of each kind and notes between them. */
final class ExampleNotebook {
    static final String TEXT = """
            ---
            patchbook: 1
            title: A circle above a square
            ---

            Two thousand small drawn scenes and a model that learns to describe them. Run the cells from the top with
            **Shift+Enter**, or all of them with **Run all**.

            ```patchbook data
            id: scenes
            file: sample:scenes
            ```

            ```patchbook model
            id: small
            from: scenes
            ```

            The loss is what the model pays for each character it did not expect, in nats.

            ```patchbook train
            id: first
            from: small
            steps: 1500
            ```

            While the run goes on, the cells below look at the weights of the moment.

            ```patchbook patches
            id: pieces
            from: first
            ```

            ```patchbook attention
            id: looks
            from: first
            ```

            ```patchbook sample
            id: caption
            from: first
            image: validation 3
            temperature: 0.8
            top-k: 10
            seed: 3
            ```
            """;

    private ExampleNotebook() {}
}
