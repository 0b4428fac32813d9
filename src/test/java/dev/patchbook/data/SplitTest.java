package dev.patchbook.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.data.Dataset.Parts;
import dev.patchbook.data.report.RowProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitTest {
    private static final String HEADER = "caption,b64string_images";

    @TempDir
    Path folder;

    /** Hashes as SHA-256 gives them: evenly spread. */
    private static List<String> hashes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, "%016x", (i + 1) * 0x9E3779B97F4A7C15L))
                .toList();
    }

    @Test
    void theTailOfTheRepeatedRowsValidates() {
        // 3 rows 30 times: 81 of 90 train, as int(0.9 * 90) has it, and the rows stand in turn
        Parts parts = Split.tail(3, 30, 0.1);
        assertThat(parts.train()).hasSize(81).startsWith(0, 1, 2, 0);
        assertThat(parts.validation()).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2);
        assertThat(Split.tail(2, 1, 0.1).validation()).containsExactly(1);
        assertThat(Split.tail(1, 1, 0.1).train()).containsExactly(0);
    }

    @Test
    void aPictureStandsOnOneSideOnly() {
        List<String> pictures = hashes(200);
        List<String> twice =
                IntStream.range(0, 400).mapToObj(i -> pictures.get(i % 200)).toList();
        Parts parts = Split.byPicture(twice, 1, 0.1, 1);

        assertThat(parts.train().length + parts.validation().length).isEqualTo(400);
        assertThat(parts.validation().length).isBetween(20, 60);
        IntStream.of(parts.validation())
                .forEach(i -> assertThat(parts.validation()).contains((i + 200) % 400));
    }

    @Test
    void theSeedChoosesAndAddedPicturesMoveNoOther() {
        int[] before = Split.byPicture(hashes(100), 1, 0.2, 1).validation();
        int[] after = Split.byPicture(hashes(120), 1, 0.2, 1).validation();

        assertThat(IntStream.of(after).filter(i -> i < 100).toArray()).containsExactly(before);
        assertThat(Split.byPicture(hashes(100), 2, 0.2, 1).validation()).isNotEqualTo(before);
    }

    @Test
    void twoOrMorePicturesLeaveOneOnEachSide() {
        for (long seed = 0; seed < 50; seed++) {
            for (double share : new double[] {0.001, 0.5, 0.9}) {
                Parts parts = Split.byPicture(hashes(2), seed, share, 1);
                assertThat(parts.train()).hasSize(1);
                assertThat(parts.validation()).hasSize(1);
            }
        }
    }

    @Test
    void onePictureOrNoShareLeavesNoneToValidate() {
        assertThat(Split.byPicture(List.of(hashes(1).get(0), hashes(1).get(0)), 1, 0.5, 1)
                        .validation())
                .isEmpty();
        assertThat(Split.byPicture(hashes(9), 1, 0, 1).validation()).isEmpty();
    }

    @Test
    void trainingRowsAreRepeatedAfterTheSplit() {
        Parts parts = Split.declared(List.of(Part.TRAIN, Part.VALIDATION, Part.TRAIN), 3);
        assertThat(parts.train()).containsExactly(0, 2, 0, 2, 0, 2);
        assertThat(parts.validation()).containsExactly(1);
    }

    @Test
    void theFilesOwnSplitIsHonouredUnlessTheTailIsAskedFor() {
        String red = Csvs.field(0xFF0000);
        Csvs.write(folder, HEADER + ",split\na," + red + ",Validation\nb," + red + ", train \nc," + red + ",dev\n");
        Dataset data = Csvs.load(folder);

        assertThat(data.train()).containsExactly(1);
        assertThat(data.validation()).containsExactly(0);
        assertThat(data.row(Part.VALIDATION, 0).caption()).isEqualTo("a");
        assertThat(data.sharedPictures()).isEqualTo(1);
        assertThat(data.problems()).extracting(RowProblem::code).containsExactly("bad-split");

        Dataset tail = Csvs.load(folder, plan -> plan.split("tail", 10, 0.1));
        assertThat(tail.train()).hasSize(27);
        assertThat(tail.problems()).isEmpty();
    }

    @Test
    void picturesSplitByHashShareNone() {
        StringBuilder csv = new StringBuilder(HEADER + "\n");
        for (int i = 0; i < 30; i++) {
            csv.append("a,").append(Csvs.field(0x010203 * (i / 2))).append('\n');
        }
        Csvs.write(folder, csv.toString());
        Dataset data = Csvs.load(folder, plan -> plan.split("picture", 1, 0.3));

        assertThat(data.sharedPictures()).isZero();
        assertThat(data.validation()).isNotEmpty();
    }
}
