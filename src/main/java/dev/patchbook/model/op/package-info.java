/** The fused operations a model is made of, as single nodes of its graph. As {@code model}: may import {@code config} and {@code base}. */
@NullMarked
package dev.patchbook.model.op;

import org.jspecify.annotations.NullMarked;
