package dev.patchbook.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A run in a notebook's runs folder.
 *
 * @param cell of which cell
 * @param number its folder's name, as in {@code 0003}
 * @param folder where it is
 * @param name as a person called it; empty where nobody did
 * @param archived whether it was put aside
 * @param writing whether it is under way, in this program or another
 * @param state as its {@code run.json} has it: {@code running} where a process died
 * @param steps updates done, as far as a checkpoint holds them
 * @param settings as written, grouped as data, model, train
 * @param best smallest validation loss of a checkpoint, if there is one
 * @param created when it was begun
 * @param changed when it last wrote
 * @param bytes on disk
 * @param problem why it cannot be read; empty where it can
 */
public record RunInfo(
        String cell,
        String number,
        Path folder,
        String name,
        boolean archived,
        boolean writing,
        String state,
        long steps,
        Map<String, Map<String, String>> settings,
        Optional<Double> best,
        Instant created,
        Instant changed,
        long bytes,
        Optional<String> problem) {
    /** What to call it where nobody did: cell and number. */
    public String title() {
        return name.isEmpty() ? cell + " " + number : name;
    }
}
