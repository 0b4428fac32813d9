package dev.patchbook.session;

import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellGraph;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.notebook.CellSettings;
import dev.patchbook.notebook.Notebook;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A cell's fingerprint is a hash of its settings with their defaults, and of the fingerprints and editions of what it builds
 * on. An output is stale when the fingerprint it was made under is no longer the cell's; taking a change back makes it
 * fresh again. Names do not count, so renaming makes nothing stale.
 */
final class Fingerprints {
    /** Settings that choose what of an output is shown; the engine gives all of it. */
    private static final Map<CellKind, Set<String>> SHOWING = Map.of(
            CellKind.PATCHES, Set.of("view"),
            CellKind.ATTENTION, Set.of("view", "layer", "head"),
            CellKind.IMAGES, Set.of("method", "words"),
            CellKind.COMPARE, Set.of("view", "method", "residual", "layer", "head"));

    private Fingerprints() {}

    static Map<CellId, String> of(Notebook notebook, CellGraph graph, Map<CellId, CellRun> runs) {
        Map<CellId, String> prints = new LinkedHashMap<>();
        Map<CellId, Cell> cells = new LinkedHashMap<>();
        notebook.cells().forEach(cell -> cells.put(cell.id(), cell));
        for (CellId id : graph.order()) {
            Cell cell = cells.get(id);
            if (cell != null && cell.kind().runs()) {
                prints.put(id, of(cell, graph, runs, prints));
            }
        }
        return Map.copyOf(prints);
    }

    private static String of(Cell cell, CellGraph graph, Map<CellId, CellRun> runs, Map<CellId, String> prints) {
        StringBuilder text = new StringBuilder(cell.kindName());
        Map<String, String> settings =
                new TreeMap<>(CellSettings.of(graph, cell.id()).effective(cell));
        settings.keySet().removeAll(SHOWING.getOrDefault(cell.kind(), Set.of()));
        settings.forEach(
                (key, value) -> text.append('\0').append(key).append('\0').append(value));
        for (CellId parent : graph.parents(cell.id())) {
            int edition = runs.getOrDefault(parent, CellRun.NONE).edition();
            text.append('\1')
                    .append(prints.getOrDefault(parent, ""))
                    .append('\1')
                    .append(edition);
        }
        return hash(text.toString());
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
