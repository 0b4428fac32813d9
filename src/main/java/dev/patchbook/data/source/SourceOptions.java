package dev.patchbook.data.source;

/**
 * How sources are read.
 *
 * @param imageColumn what the pictures' field is called; empty: guessed
 * @param captionColumn what the captions' field is called; empty: guessed
 * @param places where files may lie
 */
public record SourceOptions(String imageColumn, String captionColumn, Places places) {
    SourceOptions at(java.nio.file.Path base) {
        return new SourceOptions(imageColumn, captionColumn, places.at(base));
    }
}
