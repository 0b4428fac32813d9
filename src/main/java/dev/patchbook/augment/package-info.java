/**
 * Changes to training pictures, through DataVec's image transforms: plain arrays in and out. The one user of {@code
 * deeplearning4j-core}. May import {@code data}, {@code config} and {@code base}.
 */
@NullMarked
package dev.patchbook.augment;

import org.jspecify.annotations.NullMarked;
