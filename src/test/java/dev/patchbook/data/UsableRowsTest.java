package dev.patchbook.data;

import static dev.patchbook.data.Csvs.field;
import static dev.patchbook.data.Csvs.load;
import static dev.patchbook.data.Csvs.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.Picture;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.data.picture.Transparency;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of rows that are used: texts, statistics, splits, previews. */
class UsableRowsTest {
    private static final String RED = field(0xFF0000);
    private static final String BLUE = field(0x0000FF);
    private static final String HEAD = "caption,b64string_images\n";

    @TempDir
    Path folder;

    @Test
    void statisticsAreThoseOfTheRows() {
        write(
                folder,
                HEAD + "a red field," + RED + "\nA red field to the left," + RED + "\na red field," + RED + "\nx,y\n");
        Statistics s = load(folder, Map.of()).statistics();

        assertThat(s.lengths().get(11)).isEqualTo(2);
        assertThat(s.words()).containsEntry("a", 3L).containsEntry("left", 1L);
        assertThat(s.words().keySet().iterator().next()).isIn("a", "red", "field");
        assertThat(s.characters()).containsEntry("A", 1L).containsEntry("f", 4L);
        assertThat(s.sizes()).containsExactly(Map.entry("3 x 2", 3L));
        assertThat(s.brightness()).hasSize(16);
        assertThat(s.brightness().get(5)).isEqualTo(3); // a third of the values are full
        assertThat(s.repeats()).isEqualTo(new Statistics.Repeats(2, 1, 1, 0));
        assertThat(s.changes().sides()).isEqualTo(1);
        assertThat(s.problems()).containsExactly(Map.entry("bad-base64", 1L));
    }

    @Test
    void captionsAreCutMappedAndCounted() {
        write(folder, HEAD + "café au lait," + RED + "\nred," + BLUE + "\n");
        Dataset data =
                load(folder, Map.of("alphabet", "shakespeare", "unknown", "map", "max-length", "6", "too-long", "cut"));
        assertThat(data.rows()).extracting(Dataset.Row::caption).containsExactly("cafe a", "red");
        assertThat(data.statistics().changes()).isEqualTo(new Statistics.Changes(1, 6, 1, 0));
        assertThat(data.longest()).isEqualTo(6);
    }

    @Test
    void unknownCharactersCanBeAdded() {
        write(folder, HEAD + "é!," + RED + "\n");
        assertThat(load(folder, Map.of("alphabet", "shakespeare", "unknown", "add"))
                        .alphabet())
                .hasSize(66)
                .contains("é", "Z");
    }

    @Test
    void whatIsTransparentLiesOverTheBackground() {
        BufferedImage clear = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);
        write(folder, HEAD + "clear," + field(clear) + "\n");
        Dataset data = load(folder, Map.of("background", "#102030"));
        Picture seen = data.resized(data.rows().get(0), Transparency.OVER_BACKGROUND);
        assertThat(seen.argb()).containsOnly(0xFF102030);
        assertThat(load(folder, Map.of())
                        .resized(data.rows().get(0), Transparency.OVER_BACKGROUND)
                        .argb())
                .hasSize(16);
    }

    @Test
    void aStratifiedSplitTakesItsShareOfEachCaption() {
        List<String> pictures =
                IntStream.range(0, 40).mapToObj(UsableRowsTest::hash).toList();
        List<String> captions =
                IntStream.range(0, 40).mapToObj(i -> i < 20 ? "a" : "b").toList();
        Dataset.Parts parts = Split.stratified(pictures, captions, 1, 0.25, 1);
        assertThat(IntStream.of(parts.validation()).filter(i -> i < 20).count()).isEqualTo(5);
        assertThat(parts.validation()).hasSize(10);
        assertThat(parts.train()).hasSize(30).doesNotContain(parts.validation());
        assertThat(Split.stratified(pictures, captions, 2, 0.25, 1).validation())
                .isNotEqualTo(parts.validation());

        List<String> single =
                IntStream.range(0, 40).mapToObj(i -> "caption " + i).toList();
        assertThat(Split.stratified(pictures, single, 1, 0.25, 1).validation()).hasSize(10);
        List<String> same = IntStream.range(0, 40).mapToObj(i -> hash(i / 4)).toList();
        Dataset.Parts grouped = Split.stratified(same, captions, 1, 0.25, 1);
        assertThat(IntStream.of(grouped.validation()).mapToObj(same::get).distinct())
                .doesNotContainAnyElementsOf(IntStream.of(grouped.train())
                        .mapToObj(same::get)
                        .distinct()
                        .toList());
    }

    private static String hash(int i) {
        return String.format("%016x%048x", i * 0x9E3779B97F4A7C15L, i);
    }

    @Test
    void overlapOfTheArticlesSplitIsCounted() {
        write(folder, HEAD + "red," + RED + "\nblue," + BLUE + "\n");
        Dataset data = load(folder, Map.of("split", "tail", "repeat", "10", "validation", "0.2"));
        assertThat(data.sharedPictures()).isEqualTo(2);
        assertThat(data.statistics().repeats().sharedCaptions()).isEqualTo(2);
    }

    @Test
    void rowsWithAndWithoutASplitAreNotMixedSilently() throws IOException {
        String row = "{\"image\":\"" + RED + "\",\"caption\":\"red\"";
        Files.writeString(folder.resolve("a.jsonl"), row + "}\n" + row + ",\"split\":\"train\"}\n");
        assertThatThrownBy(() -> load(folder, Map.of("file", "a.jsonl")))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("row 1");
    }

    @Test
    void picturesOfAFolderAreReadAgainAndCountInTheHash() throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("p"));
        Files.write(pictures.resolve("a_red_car-2.png"), Csvs.png(0xFF0000));
        Files.write(pictures.resolve("blue (3).png"), Csvs.png(0x0000FF));
        Dataset data = load(folder, Map.of("file", "p"));
        assertThat(data.rows()).extracting(Dataset.Row::caption).containsExactly("a red car", "blue");
        assertThat(RowReader.picture(data, data.rows().get(1)).argb()).containsOnly(0xFF0000FF);
        Files.write(pictures.resolve("blue (3).png"), Csvs.png(0x00FF00));
        assertThat(load(folder, Map.of("file", "p")).hash()).isNotEqualTo(data.hash());
    }

    @Test
    void aPreviewShowsTheFirstRowsAndHowTheyWereUnderstood() {
        write(folder, "Text;Photo;split\nred;" + RED + ";train\n;" + BLUE + ";train\n" + "x;y;z\n".repeat(1000));
        RowPreview preview = preview(Map.of(), 2);
        assertThat(preview.shape().columns()).containsExactly("Text", "Photo", "split");
        assertThat(preview.shape().names().picture()).isEqualTo("Photo");
        assertThat(preview.shape().names().caption()).isEqualTo("Text");
        assertThat(preview.shape().dialect()).isEqualTo("semicolons, LF");
        assertThat(preview.rows()).hasSize(2);
        assertThat(preview.rows().get(0).picture()).isPresent();
        assertThat(preview.rows().get(0).fields().get(1)).hasSizeLessThan(130);
        assertThat(preview.rows().get(1).problem())
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("empty-caption"));
        assertThat(preview.rows().get(1).picture()).isPresent();
    }

    @Test
    void aPreviewOfUnknownColumnsShowsThemToChooseFrom() {
        write(folder, "one,two,three\na,b,c\n");
        RowPreview preview = preview(Map.of(), 5);
        assertThat(preview.shape().problem()).contains("no column").contains("image-column");
        assertThat(preview.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.fields()).containsExactly("a", "b", "c"));
        assertThat(preview.estimatedRows()).isEqualTo(1);
    }

    private RowPreview preview(Map<String, String> settings, int rows) {
        return RowPreview.of(
                folder, Csvs.Plan.PLAIN.settings(settings), false, new RowPreview.Range(0, rows), new CancelToken());
    }
}
