package dev.patchbook.session;

import dev.patchbook.notebook.CellId;

/** What a session has to do after a command. */
public sealed interface Effect {
    /** Start a job for a cell. */
    record StartJob(RunId run, CellId cell, Task task) implements Effect {}

    /** Ask a job to stop. */
    record CancelJob(RunId run) implements Effect {}

    /** Hold a training. */
    record PauseJob(RunId run) implements Effect {}

    /** Let a training go on. */
    record ResumeJob(RunId run) implements Effect {}

    /** Have a training that is held do one step. */
    record StepJob(RunId run) implements Effect {}

    /** Have a training go on so many steps beyond those it was to have. */
    record ExtendJob(RunId run, long steps) implements Effect {}

    /** Forget data or a model in the engine: nothing shows or uses it any more. */
    record Release(Object id) implements Effect {}
}
