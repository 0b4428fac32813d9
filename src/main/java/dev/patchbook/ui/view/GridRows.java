package dev.patchbook.ui.view;

import dev.patchbook.engine.RowPage.Row;
import java.util.Optional;

/** The rows a grid shows, of which only some are at hand. */
public interface GridRows {
    /** No rows. */
    GridRows NONE = new GridRows() {
        @Override
        public int total() {
            return 0;
        }

        @Override
        public Optional<Row> row(int place) {
            return Optional.empty();
        }

        @Override
        public void need(int first, int last) {}
    };

    /** How many there are. */
    int total();

    /** The row at a place, from 0; empty where it is not at hand. */
    Optional<Row> row(int place);

    /** Rows of these places, both included, are in view: those that are not at hand are to be brought. */
    void need(int first, int last);
}
