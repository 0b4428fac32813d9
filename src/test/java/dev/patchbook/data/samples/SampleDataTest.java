package dev.patchbook.data.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.DataSettings;
import dev.patchbook.config.Preset;
import dev.patchbook.config.Variant;
import dev.patchbook.data.Dataset;
import dev.patchbook.data.DatasetLoader;
import dev.patchbook.data.Part;
import dev.patchbook.data.ReadProgress;
import dev.patchbook.text.Alphabet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataTest {
    private static final Path SHIPPED = Path.of("sample-data");

    @Test
    void theShippedFilesAreWhatTheProgramMakes(@TempDir Path folder) throws IOException {
        Path made = folder.resolve("made");
        SampleData.write(made);
        for (String file : List.of("three-pictures.csv", "scenes.csv")) {
            assertThat(Files.mismatch(made.resolve(file), SHIPPED.resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsExplained(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Assertions.assertThatThrownBy(() -> SampleData.write(file.resolve("made")))
                .isInstanceOf(UserFacingException.class);
    }

    private static Dataset load(String name, Variant variant) {
        DataSettings settings = DataSettings.of(Map.of("file", "sample:" + name), Preset.LAPTOP, variant);
        return new DatasetLoader(Path.of(""), settings, false).load(ReadProgress.NONE, new CancelToken());
    }

    @Test
    void threePicturesAreReadAsTheArticlesReadTheirs() {
        Dataset data = load("three-pictures", Variant.PUBLISHED);

        assertThat(data.problems()).isEmpty();
        assertThat(data.rows()).hasSize(3);
        assertThat(data.train()).hasSize(81);
        assertThat(data.rows().stream().map(row -> row.caption().charAt(0))).doesNotHaveDuplicates();
        assertThat(Alphabet.SHAKESPEARE)
                .containsAll(Alphabet.of(
                        data.rows().stream().map(Dataset.Row::caption).toList()));
    }

    @Test
    void validationScenesShowCombinationsTrainingNeverShows() {
        Dataset data = load("scenes", Variant.STANDARD);
        Set<String> trained = Arrays.stream(data.train())
                .mapToObj(row -> data.rows().get(row).caption())
                .collect(Collectors.toSet());

        assertThat(data.problems()).isEmpty();
        assertThat(data.rows()).hasSizeGreaterThanOrEqualTo(2000);
        assertThat(data.sharedPictures()).isZero();
        assertThat(data.validation().length * 10).isEqualTo(data.rows().size());
        for (int row : data.validation()) {
            String caption = data.rows().get(row).caption();
            assertThat(trained).as(caption).doesNotContain(caption);
        }
        assertThat(words(data, Part.TRAIN)).containsAll(words(data, Part.VALIDATION));
    }

    @Test
    void everyScenePictureIsAnother() {
        Dataset data = load("scenes", Variant.STANDARD);
        assertThat(data.rows().stream().map(row -> row.picture().hash())).doesNotHaveDuplicates();
    }

    @Test
    void sceneCaptionsSpeakTheirWordsOnly() {
        Dataset data = load("scenes", Variant.STANDARD);
        for (Dataset.Row row : data.rows()) {
            List<String> words = ContentWords.of(row.caption());
            assertThat(words).doesNotContain("");
            assertThat(words.size()).isIn(3, 7);
        }
    }

    private static Set<String> words(Dataset data, Part part) {
        return Arrays.stream(data.parts().of(part))
                .mapToObj(row -> data.rows().get(row).caption())
                .flatMap(caption -> ContentWords.of(caption).stream())
                .collect(Collectors.toSet());
    }
}
