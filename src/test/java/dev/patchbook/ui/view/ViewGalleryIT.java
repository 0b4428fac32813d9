package dev.patchbook.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws every widget in both themes, wide and narrow: pictures to look at, in {@code target/pictures/views}. */
class ViewGalleryIT {
    static Stream<String> names() {
        return Stream.of(System.getProperty(
                        "patchbook.gallery",
                        String.join(",", ViewGallery.widgets().keySet()))
                .split(","));
    }

    @ParameterizedTest
    @MethodSource("names")
    void draws(String name) {
        for (int width : new int[] {1000, 380}) {
            List<Path> files = ViewGallery.draw(List.of(name), width);
            assertThat(files).hasSize(2).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        }
    }
}
