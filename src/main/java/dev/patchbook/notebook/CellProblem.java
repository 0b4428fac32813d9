package dev.patchbook.notebook;

/**
 * What keeps a cell from running.
 *
 * @param line where, from 1: of the cell's own text in {@link Cell#problems()}, of the file in {@link CellGraph#problems}
 * @param key the setting at fault; empty where it is not one setting
 * @param message what is wrong
 * @param remedy what to do
 */
public record CellProblem(int line, String key, String message, String remedy) {
    CellProblem shifted(int lines) {
        return new CellProblem(line + lines, key, message, remedy);
    }
}
