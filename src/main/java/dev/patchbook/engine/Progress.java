package dev.patchbook.engine;

/**
 * How far a job is.
 *
 * @param phase what is being done, for people
 * @param done units done
 * @param total units in all; 0 where not known
 */
public record Progress(String phase, long done, long total) {
    /** Before the job had its turn. */
    public static final Progress WAITING = new Progress("waiting", 0, 0);
}
