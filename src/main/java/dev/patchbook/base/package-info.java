/**
 * Small values every part shares: the cancel token, the exception with words for people, plain tensors and pictures,
 * and the console. Imports nothing of Patchbook.
 */
@NullMarked
package dev.patchbook.base;

import org.jspecify.annotations.NullMarked;
