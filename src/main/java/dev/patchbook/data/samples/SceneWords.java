package dev.patchbook.data.samples;

import java.util.List;

/** The words scenes are described with, kind by kind. */
public final class SceneWords {
    /** Sizes. */
    public static final List<String> SIZES = List.of("small", "large");
    /** Colours. */
    public static final List<String> COLOURS = List.of("red", "green", "blue", "gold", "pink", "black");
    /** Shapes. */
    public static final List<String> SHAPES = List.of("circle", "square", "triangle");
    /** Where the first object lies, seen from the second. */
    public static final List<String> RELATIONS = List.of("above", "below", "left of", "right of");

    private SceneWords() {}
}
