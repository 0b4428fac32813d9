/** Tests of the document. */
@NullMarked
package dev.patchbook.notebook;

import org.jspecify.annotations.NullMarked;
