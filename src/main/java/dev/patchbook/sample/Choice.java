package dev.patchbook.sample;

/**
 * One token chosen, and from what.
 *
 * @param index its number after the prompt, from 0
 * @param token its id
 * @param logits the scores the model gave [V]
 * @param allowed the scores it was chosen from: those of tokens that would repeat at minus infinity
 */
public record Choice(int index, int token, float[] logits, float[] allowed) {}
