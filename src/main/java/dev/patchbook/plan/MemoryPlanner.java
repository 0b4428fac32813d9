package dev.patchbook.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lays buffers out in one arena so that two that are alive at once never overlap: greedily, largest first, each at the lowest
 * place that is free during its life (Pisarchyk and Lee, "Efficient memory management for deep neural net inference", 2020).
 */
final class MemoryPlanner {
    private static final int ALIGNMENT = 16; // floats: one cache line

    /** A buffer: floats, first and last step of its life, and where it was put. */
    static final class Block {
        private final long size;
        private final int first;
        private int last;
        private long offset = -1;

        Block(long size, int first) {
            this.size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
            this.first = first;
            this.last = first;
        }

        void useAt(int step) {
            last = Math.max(last, step);
        }

        long offset() {
            return offset;
        }

        private boolean overlaps(Block other) {
            return first <= other.last && other.first <= last;
        }
    }

    private MemoryPlanner() {}

    /** Gives each block its place; returns how many floats are needed in all. */
    static long place(List<Block> blocks) {
        List<Block> bySize = new ArrayList<>(blocks);
        bySize.sort(Comparator.comparingLong((Block block) -> block.size).reversed());
        List<Block> placed = new ArrayList<>();
        long end = 0;
        for (Block block : bySize) {
            long offset = 0;
            for (Block other : placed) { // ordered by offset
                if (block.overlaps(other)) {
                    if (other.offset - offset >= block.size) {
                        break;
                    }
                    offset = Math.max(offset, other.offset + other.size);
                }
            }
            block.offset = offset;
            end = Math.max(end, offset + block.size);
            placed.add(block);
            placed.sort(Comparator.comparingLong(other -> other.offset));
        }
        return end;
    }
}
