/** Tests of running notebooks: the reducer alone, and the session with an engine written by hand. */
@NullMarked
package dev.patchbook.session;

import org.jspecify.annotations.NullMarked;
