package dev.patchbook.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.Variant;
import dev.patchbook.text.CharacterTokenizer;
import dev.patchbook.text.Tokenizer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchTest {
    private static final int NONE = Batch.IGNORED;

    private Dataset data;

    @BeforeEach
    void load(@TempDir Path folder) {
        // alphabet a 0, b 1, c 2
        Csvs.write(
                folder,
                "caption,b64string_images\nab," + Csvs.field(0xFF0000) + "\nabc," + Csvs.field(0x00FF00) + "\nc,"
                        + Csvs.field(0x0000FF) + "\n");
        data = Csvs.load(folder);
    }

    private Collator collator(Variant variant, int capacity) {
        Tokenizer tokenizer = CharacterTokenizer.of(data.alphabet(), variant.beginAndEnd());
        return new Collator(variant, tokenizer, PixelScale.NONE, capacity);
    }

    @Test
    void theArticlesPadToTheLongestAndCountEverything() {
        Batch batch = new Batch(4);
        collator(Variant.PUBLISHED, 100).fill(batch, data, 0, 1); // pad 3

        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.length()).isEqualTo(3);
        assertThat(batch.tokens()).containsExactly(0, 1, 3, 0, 1, 2);
        assertThat(batch.targets()).containsExactly(1, 3, 3, 1, 2, 3);
        assertThat(batch.counted()).isEqualTo(6);
    }

    @Test
    void wherePaddingIsIgnoredLengthsAreMultiplesOfEight() {
        Batch batch = new Batch(4);
        collator(Variant.STANDARD, 100).fill(batch, data, 2, 0); // begin 3, end 4, pad 5

        assertThat(batch.length()).isEqualTo(8);
        assertThat(batch.tokens()).containsExactly(3, 2, 5, 5, 5, 5, 5, 5, 3, 0, 1, 5, 5, 5, 5, 5);
        assertThat(batch.targets())
                .containsExactly(2, 4, NONE, NONE, NONE, NONE, NONE, NONE, 0, 1, 4, NONE, NONE, NONE, NONE, NONE);
        assertThat(batch.counted()).isEqualTo(5);
    }

    @Test
    void lengthStaysWithinTheModel() {
        Batch batch = new Batch(4);
        Collator collator = collator(Variant.GIT, 4);
        collator.fill(batch, data, 1);
        assertThat(batch.length()).isEqualTo(4);
        assertThat(collator.length(List.of("a", "abc"))).isEqualTo(4);
        assertThat(collator(Variant.GIT, 100).length(List.of("abcabca", "a"))).isEqualTo(8);
        assertThat(collator(Variant.PUBLISHED, 100).length(List.of("abc", "a"))).isEqualTo(3);

        assertThatThrownBy(() -> collator(Variant.GIT, 3).fill(batch, data, 1))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("row 2 (line 3) takes 4 tokens");
    }

    @Test
    void pixelsStandRowByRowAndBuffersAreUsedAgain() {
        Batch batch = new Batch(4);
        Collator collator = collator(Variant.STANDARD, 100);
        collator.fill(batch, data, 0, 2);
        float[] pixels = batch.pixels();
        int[] tokens = batch.tokens();

        assertThat(pixels).hasSize(2 * 3 * 16);
        assertThat(Arrays.copyOfRange(pixels, 0, 16)).containsOnly(1);
        assertThat(Arrays.copyOfRange(pixels, 16, 48)).containsOnly(0);
        assertThat(Arrays.copyOfRange(pixels, 80, 96)).containsOnly(1);

        collator.fill(batch, data, 2, 1);
        assertThat(batch.pixels()).isSameAs(pixels);
        assertThat(batch.tokens()).isSameAs(tokens).startsWith(3, 2, 5);
        assertThat(Arrays.copyOfRange(pixels, 32, 48)).containsOnly(1);
        assertThat(Arrays.copyOfRange(pixels, 64, 80)).containsOnly(1);
    }

    @Test
    void everyEpochShowsEveryRowOnceInAnotherOrder() {
        int[] rows = IntStream.range(100, 112).toArray();
        BatchSampler sampler = new BatchSampler(Variant.STANDARD, rows, 4, 9);
        int[] first = epoch(sampler, 0);
        int[] second = epoch(sampler, 3);

        assertThat(first).containsExactlyInAnyOrder(rows);
        assertThat(second).containsExactlyInAnyOrder(rows).isNotEqualTo(first);
    }

    private static int[] epoch(BatchSampler sampler, int step) {
        return IntStream.range(step, step + 3)
                .flatMap(s -> IntStream.of(sampler.rows(s)))
                .toArray();
    }

    @Test
    void anEpochShorterThanABatchIsRepeatedToFillIt() {
        int[] drawn = new BatchSampler(Variant.GIT, new int[] {7, 8, 9}, 8, 1).rows(5);
        assertThat(drawn).hasSize(8).containsOnly(7, 8, 9);
        for (int row : new int[] {7, 8, 9}) {
            assertThat(IntStream.of(drawn).filter(r -> r == row).count()).isBetween(2L, 4L);
        }
    }

    @Test
    void theArticlesDrawAtRandomNoneTwiceInABatch() {
        int[] rows = IntStream.range(0, 20).toArray();
        BatchSampler sampler = new BatchSampler(Variant.PUBLISHED, rows, 16, 3);
        int[] seen = new int[20];
        for (int step = 0; step < 400; step++) {
            int[] drawn = sampler.rows(step);
            assertThat(drawn).hasSize(16).doesNotHaveDuplicates();
            IntStream.of(drawn).forEach(row -> seen[row]++);
        }
        // each row is in a batch with probability 0.8: 320 of 400, deviation 8
        IntStream.of(seen).forEach(count -> assertThat(count).isBetween(288, 352));
        assertThat(sampler.rows(0)).isNotEqualTo(sampler.rows(1));
    }

    @Test
    void theArticlesDrawInRoundsWhereRowsAreFew() {
        int[] drawn = new BatchSampler(Variant.PUBLISHED, new int[] {5, 6, 7}, 6, 3).rows(0);
        assertThat(Arrays.copyOfRange(drawn, 0, 3)).containsExactlyInAnyOrder(5, 6, 7);
        assertThat(Arrays.copyOfRange(drawn, 3, 6)).containsExactlyInAnyOrder(5, 6, 7);
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void aStepsRowsDependOnSeedAndStepAlone(Variant variant) {
        int[] rows = IntStream.range(0, 50).toArray();
        BatchSampler one = new BatchSampler(variant, rows, 8, 3);
        for (int step = 0; step < 20; step++) {
            one.rows(step);
        }
        assertThat(one.rows(17)).containsExactly(new BatchSampler(variant, rows, 8, 3).rows(17));
        assertThat(one.rows(17)).isNotEqualTo(new BatchSampler(variant, rows, 8, 4).rows(17));
    }

    @Test
    void nothingToDrawFromIsAMistake() {
        assertThatThrownBy(() -> new BatchSampler(Variant.GIT, new int[0], 8, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
