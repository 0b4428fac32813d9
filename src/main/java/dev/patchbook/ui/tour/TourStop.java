package dev.patchbook.ui.tour;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * A stop of the tour.
 *
 * @param title what is pointed at
 * @param text what it is for, in a sentence or two
 * @param target finds the control, and brings it into view; empty where it is not there: the stop is then left out
 */
public record TourStop(String title, String text, Supplier<Optional<Node>> target) {}
