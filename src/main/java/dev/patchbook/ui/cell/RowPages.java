package dev.patchbook.ui.cell;

import dev.patchbook.engine.DataId;
import dev.patchbook.engine.DataSummary.Example;
import dev.patchbook.engine.RowPage;
import dev.patchbook.engine.RowPage.Row;
import dev.patchbook.engine.RowPage.RowPicture;
import dev.patchbook.engine.RowQuery;
import dev.patchbook.session.CellFailure;
import dev.patchbook.session.Subscription;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.view.GridRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Rows that match a question, brought from the engine page by page as they come into view; on the JavaFX thread. */
final class RowPages implements GridRows {
    private static final int PAGE = 48;
    private static final int KEPT = 24;

    private final CellCommands commands;
    private final DataId data;
    private final RowQuery query;
    private final Runnable changed;
    private final Consumer<CellFailure> failed;
    private final Map<Integer, List<Row>> pages = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<Row>> eldest) {
            return size() > KEPT;
        }
    };
    private Optional<Subscription> asked = Optional.empty();
    private boolean waiting;
    private int total = -1;
    private int first;
    private int last;
    private boolean broken;

    /**
     * Rows to be asked for.
     *
     * @param data where they are
     * @param changed called whenever more of them are at hand
     * @param failed called once where they cannot be had
     */
    RowPages(CellCommands commands, DataId data, RowQuery query, Runnable changed, Consumer<CellFailure> failed) {
        this.commands = commands;
        this.data = data;
        this.query = query;
        this.changed = changed;
        this.failed = failed;
        ask(0);
    }

    /** Rows kept from an earlier time: all there are. */
    static GridRows of(List<Example> examples) {
        List<Row> rows = examples.stream().map(RowPages::row).toList();
        return new GridRows() {
            @Override
            public int total() {
                return rows.size();
            }

            @Override
            public Optional<Row> row(int place) {
                return place >= 0 && place < rows.size() ? Optional.of(rows.get(place)) : Optional.empty();
            }

            @Override
            public void need(int from, int to) {}
        };
    }

    private static Row row(Example example) {
        boolean validates = example.part().equals("validation");
        return new Row(
                -1,
                0,
                0,
                validates ? -1 : example.index(),
                validates ? example.index() : -1,
                example.caption(),
                new RowPicture(example.picture(), 0, 0, 0, 1, false));
    }

    /** Whether how many there are is known. */
    boolean known() {
        return total >= 0;
    }

    @Override
    public int total() {
        return Math.max(0, total);
    }

    @Override
    public Optional<Row> row(int place) {
        if (place < 0 || place >= total) {
            return Optional.empty();
        }
        List<Row> page = pages.get(place / PAGE);
        return page == null || place % PAGE >= page.size() ? Optional.empty() : Optional.of(page.get(place % PAGE));
    }

    @Override
    public void need(int from, int to) {
        first = from;
        last = to;
        askNext();
    }

    /** One page is asked for at a time: what has left the view meanwhile is never asked for. */
    private void askNext() {
        for (int page = first / PAGE; !waiting && !broken && page <= last / PAGE; page++) {
            if (!pages.containsKey(page)) {
                ask(page);
            }
        }
    }

    private void ask(int page) {
        waiting = true;
        asked = Optional.of(commands.ask(
                engine -> engine.rows(data, query.page(page * PAGE, PAGE)), answer -> take(page, answer), this::fail));
    }

    private void take(int page, RowPage answer) {
        waiting = false;
        total = answer.total();
        pages.put(page, answer.rows());
        changed.run();
        askNext();
    }

    private void fail(CellFailure why) {
        waiting = false;
        broken = true;
        failed.accept(why);
    }

    /** What is asked for is wanted no more. */
    void close() {
        broken = true;
        asked.ifPresent(Subscription::close);
    }
}
