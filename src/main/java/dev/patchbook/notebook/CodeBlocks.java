package dev.patchbook.notebook;

import java.util.List;

/**
 * Finds where the code blocks of some lines end. What was searched in vain is remembered, so that reading stays linear in
 * the text's length also where a thousand fences are never closed; blocks are asked for from the first line to the last.
 */
final class CodeBlocks {
    private final List<String> lines;
    private final int[] neverClosed = {Integer.MAX_VALUE, Integer.MAX_VALUE};
    private int cellAhead = -1;

    CodeBlocks(List<String> lines) {
        this.lines = lines;
    }

    /**
     * The line that closes a fence, or -1. A code block of three backticks ends before the next cell at the latest, so that
     * a forgotten fence in a note swallows no cell; longer fences and tildes may hold a cell's source.
     *
     * @param from the first line to look at
     */
    int end(Fence fence, int from) {
        int mark = fence.mark() == '~' ? 1 : 0;
        boolean stops = !fence.mayHoldCells();
        if (fence.length() >= neverClosed[mark] || (stops && from <= cellAhead)) {
            return -1;
        }
        for (int i = from; i < lines.size(); i++) {
            if (fence.closedBy(lines.get(i))) {
                return i;
            }
            if (stops && Fence.opensCell(lines.get(i))) {
                cellAhead = i;
                return -1;
            }
        }
        neverClosed[mark] = fence.length();
        return -1;
    }
}
