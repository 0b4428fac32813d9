package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.Picture;
import dev.patchbook.data.Dataset;
import dev.patchbook.data.Words;
import dev.patchbook.data.picture.StoredPicture;
import dev.patchbook.data.picture.Transparency;
import dev.patchbook.engine.RowPage;
import dev.patchbook.engine.RowQuery;
import dev.patchbook.engine.RowQuery.Trait;
import dev.patchbook.engine.RowQuery.Which;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds and sorts the rows of a data set. What it needs of them is counted when first asked for, and what was found last is
 * kept, so that the pages of one question cost nothing. Safe for use by several threads.
 */
final class RowTable {
    private static final int POLLED = 1024;
    private static final int BRIGHTNESS_STEPS = 16;

    private final Dataset data;
    private @Nullable Places places;
    private RowQuery asked = RowQuery.ALL;
    private int @Nullable [] found;

    RowTable(Dataset data) {
        this.data = data;
    }

    /**
     * Where rows stand in the parts, and what their pictures share.
     *
     * @param train first place of each row, -1: none
     * @param validation likewise
     * @param pictures by picture: rows that show it, and whether it stands in both parts
     */
    private record Places(int[] train, int[] validation, Map<StoredPicture, Shares> pictures) {}

    private record Shares(int rows, boolean train, boolean validation) {
        static final Shares NONE = new Shares(0, false, false);

        Shares and(Shares other) {
            return new Shares(rows + other.rows, train | other.train, validation | other.validation);
        }

        boolean both() {
            return train && validation;
        }
    }

    synchronized RowPage page(RowQuery query, CancelToken cancel) {
        int[] rows = found(query, cancel);
        int from = Math.min(query.from(), rows.length);
        int end = (int) Math.min(rows.length, (long) from + query.count());
        List<RowPage.Row> page = new ArrayList<>();
        for (int i = from; i < end; i++) {
            page.add(row(rows[i]));
        }
        return new RowPage(rows.length, from, page);
    }

    /** A row by its index. */
    synchronized RowPage.Row row(int index) {
        Dataset.Row row = data.rows().get(index);
        StoredPicture picture = row.picture();
        Picture seen = Pictures.reduce(data.resized(row, Transparency.OVER_BACKGROUND), Pictures.THUMBNAIL);
        Shares shares = shares(index);
        return new RowPage.Row(
                index,
                row.number(),
                row.line(),
                places().train[index],
                places().validation[index],
                row.caption(),
                new RowPage.RowPicture(
                        seen,
                        picture.given().width(),
                        picture.given().height(),
                        picture.given().brightness() / 255,
                        shares.rows,
                        shares.both()));
    }

    private int[] found(RowQuery query, CancelToken cancel) {
        RowQuery question = query.page(0, 0);
        int[] known = found;
        if (known == null || !question.equals(asked)) {
            known = find(question, cancel);
            asked = question;
            found = known;
        }
        return known;
    }

    private int[] find(RowQuery query, CancelToken cancel) {
        String text = query.text().toLowerCase(Locale.ROOT);
        Predicate<Dataset.Row> trait = query.trait().map(this::trait).orElse(row -> true);
        int[] matching = new int[data.rows().size()];
        int count = 0;
        for (int i = 0; i < matching.length; i++) {
            if (i % POLLED == 0) {
                cancel.throwIfCancelled();
            }
            Dataset.Row row = data.rows().get(i);
            boolean says =
                    text.isEmpty() || row.caption().toLowerCase(Locale.ROOT).contains(text);
            if (says && is(i, query.which()) && trait.test(row)) {
                matching[count++] = i;
            }
        }
        return sorted(Arrays.copyOf(matching, count), query);
    }

    private boolean is(int row, Which which) {
        return switch (which) {
            case ALL -> true;
            case TRAIN -> places().train[row] >= 0;
            case VALIDATION -> places().validation[row] >= 0;
            case REPEATED -> shares(row).rows > 1;
            case SHARED -> shares(row).both();
        };
    }

    private Predicate<Dataset.Row> trait(Trait trait) {
        if (trait instanceof Trait.Place place) {
            int[] part = place.validation() ? data.validation() : data.train();
            boolean there = place.index() >= 0 && place.index() < part.length;
            Dataset.Row wanted = there ? data.rows().get(part[place.index()]) : null;
            return row -> row == wanted;
        }
        if (trait instanceof Trait.Length length) {
            return row -> {
                int characters = length(row);
                return characters >= length.least() && characters <= length.most();
            };
        }
        if (trait instanceof Trait.Character character) {
            return row -> row.caption().contains(character.character());
        }
        if (trait instanceof Trait.Word word) {
            return row -> Words.of(row.caption()).contains(word.word());
        }
        if (trait instanceof Trait.Size size) {
            return row -> row.picture().given().words().equals(size.size());
        }
        int step = ((Trait.Brightness) trait).step();
        return row -> (int) (row.picture().given().brightness() * BRIGHTNESS_STEPS / 256) == step;
    }

    private static int length(Dataset.Row row) {
        return row.caption().codePointCount(0, row.caption().length());
    }

    private int[] sorted(int[] rows, RowQuery query) {
        Comparator<Dataset.Row> order = switch (query.order()) {
            case ROW -> Comparator.comparingLong(Dataset.Row::number);
            case CAPTION ->
                Comparator.comparing(Dataset.Row::caption, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Dataset.Row::caption);
            case LENGTH -> Comparator.comparingInt(RowTable::length);
            case BRIGHTNESS ->
                Comparator.comparingDouble(row -> row.picture().given().brightness());
            case SIZE ->
                Comparator.comparingLong(row -> (long) row.picture().given().width()
                        * row.picture().given().height());
        };
        Comparator<Dataset.Row> way = query.descending() ? order.reversed() : order;
        return Arrays.stream(rows)
                .boxed()
                .sorted((a, b) -> way.compare(data.rows().get(a), data.rows().get(b)))
                .mapToInt(i -> i)
                .toArray();
    }

    private Shares shares(int row) {
        return places().pictures.getOrDefault(data.rows().get(row).picture(), Shares.NONE);
    }

    private Places places() {
        Places known = places;
        if (known == null) {
            int[] train = first(data.train());
            int[] validation = first(data.validation());
            Map<StoredPicture, Shares> pictures = new IdentityHashMap<>();
            for (int i = 0; i < train.length; i++) {
                Shares own = new Shares(1, train[i] >= 0, validation[i] >= 0);
                pictures.merge(data.rows().get(i).picture(), own, Shares::and);
            }
            known = new Places(train, validation, pictures);
            places = known;
        }
        return known;
    }

    /** The first place of each row in a part; -1 where it has none. */
    private int[] first(int[] part) {
        int[] places = new int[data.rows().size()];
        Arrays.fill(places, -1);
        for (int i = part.length - 1; i >= 0; i--) {
            places[part[i]] = i;
        }
        return places;
    }

    /** The row of that index, if there is one. */
    Optional<Dataset.Row> find(int index) {
        return index >= 0 && index < data.rows().size()
                ? Optional.of(data.rows().get(index))
                : Optional.empty();
    }
}
