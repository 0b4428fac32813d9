package dev.patchbook.store;

import dev.patchbook.notebook.Notebook;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What an earlier process had not saved when it ended.
 *
 * @param file where it is kept
 * @param notebook what it said
 * @param written when
 */
public record Recovered(Path file, Notebook notebook, Instant written) {}
