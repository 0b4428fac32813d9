/**
 * Files a model lives in: safetensors, checkpoints and where they came from. May import {@code config} and {@code
 * base}.
 */
@NullMarked
package dev.patchbook.checkpoint;

import org.jspecify.annotations.NullMarked;
