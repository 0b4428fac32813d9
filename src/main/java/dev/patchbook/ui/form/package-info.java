/** Settings forms, made from the schema. */
@NullMarked
package dev.patchbook.ui.form;

import org.jspecify.annotations.NullMarked;
