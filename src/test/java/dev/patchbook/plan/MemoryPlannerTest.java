package dev.patchbook.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.plan.MemoryPlanner.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryPlannerTest {
    @Test
    void aBufferTakesThePlaceOfOneThatIsDone() {
        Block first = block(160, 0, 1);
        Block second = block(160, 1, 2);
        Block third = block(160, 2, 3);
        assertThat(MemoryPlanner.place(List.of(first, second, third))).isEqualTo(320);
        assertThat(third.offset()).isEqualTo(first.offset());
    }

    @Test
    void buffersAliveAtOnceNeverOverlap() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<int[]> spans = new ArrayList<>();
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int start = random.nextInt(30);
                int[] span = {1 + random.nextInt(500), start, start + random.nextInt(10)};
                spans.add(span);
                blocks.add(block(span[0], span[1], span[2]));
            }
            long end = MemoryPlanner.place(blocks);
            for (int i = 0; i < 40; i++) {
                assertThat(blocks.get(i).offset() + spans.get(i)[0]).isLessThanOrEqualTo(end);
                for (int j = 0; j < i; j++) {
                    boolean together = spans.get(i)[1] <= spans.get(j)[2] && spans.get(j)[1] <= spans.get(i)[2];
                    boolean apart = blocks.get(i).offset() >= blocks.get(j).offset() + spans.get(j)[0]
                            || blocks.get(j).offset() >= blocks.get(i).offset() + spans.get(i)[0];
                    assertThat(!together || apart)
                            .as("seed %d, %d and %d", seed, i, j)
                            .isTrue();
                }
            }
        }
    }

    private static Block block(long size, int first, int last) {
        Block block = new Block(size, first);
        block.useAt(last);
        return block;
    }
}
