package dev.patchbook.chart;

/**
 * One head of a model.
 *
 * @param layer its block, from 0
 * @param head its number in the block, from 0
 */
public record HeadPlace(int layer, int head) {}
