package dev.patchbook.engine;

/**
 * Pictures of a model's data to lay out in a plane.
 *
 * @param look the model; its picture is not used
 * @param part {@code train} or {@code validation}
 * @param pictures how many at most, from the first
 * @param neighbours whether there is to be a plane that keeps neighbours, too, which takes longer
 */
public record MapLook(LookRequest look, String part, int pictures, boolean neighbours) {}
