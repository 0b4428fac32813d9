package dev.patchbook.notebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a cell's source says.
 *
 * @param kind what it does
 * @param kindName the word in the file
 * @param writtenId the id written; empty where there is none
 * @param from what it says it builds on
 * @param settings in written order
 * @param text the Markdown of a note, lines ended by LF
 * @param lines line of each key, from 1
 * @param problems what is wrong, lines from 1
 */
record CellContent(
        CellKind kind,
        String kindName,
        Optional<String> writtenId,
        List<CellId> from,
        Map<String, String> settings,
        String text,
        Map<String, Integer> lines,
        List<CellProblem> problems) {}
