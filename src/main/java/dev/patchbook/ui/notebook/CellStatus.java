package dev.patchbook.ui.notebook;

/**
 * How a cell stands, as a pill shows it: always a pictogram and a word.
 *
 * @param kind which of the states
 * @param word the state for people, with step or share where there is one
 * @param share how far a running cell is, 0..1; negative where not known
 */
public record CellStatus(Kind kind, String word, double share) {
    /** The states. */
    public enum Kind {
        IDLE,
        QUEUED,
        RUNNING,
        PAUSED,
        DONE,
        FAILED,
        STALE;

        /** Name of the style class. */
        public String style() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Not run yet. */
    public static final CellStatus IDLE = new CellStatus(Kind.IDLE, "not run", -1);

    /** A state in which nothing moves. */
    public static CellStatus of(Kind kind, String word) {
        return new CellStatus(kind, word, -1);
    }

    /** Whether it waits or works. */
    public boolean busy() {
        return kind == Kind.QUEUED || kind == Kind.RUNNING || kind == Kind.PAUSED;
    }
}
