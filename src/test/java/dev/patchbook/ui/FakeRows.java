package dev.patchbook.ui;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import dev.patchbook.config.DataSettings;
import dev.patchbook.config.TrainSettings;
import dev.patchbook.engine.AugmentPreview;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.DataStatistics;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.DataSummary.Example;
import dev.patchbook.engine.RowPage;
import dev.patchbook.engine.RowPage.Row;
import dev.patchbook.engine.RowPage.RowPicture;
import dev.patchbook.engine.RowProblem;
import dev.patchbook.engine.RowQuery;
import dev.patchbook.engine.RowQuery.Order;
import dev.patchbook.engine.RowQuery.Trait;
import dev.patchbook.engine.RowSteps;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rows of the fake data: 1,799 for training, then 200 that validate. With the split {@code tail} the first ten do both. */
final class FakeRows {
    static final int TRAIN = 1799;
    static final int VALIDATION = 200;
    static final int SHARED = 10;
    private static final int THUMBNAIL = 64;

    private FakeRows() {}

    static int shared(DataSettings settings) {
        return settings.split().equals("tail") ? SHARED : 0;
    }

    private static int number(int row) {
        return row < TRAIN ? row : (row - TRAIN) * 5 + 3;
    }

    private static Row row(int row, DataSettings settings) {
        boolean both = row < shared(settings);
        boolean twice = row == 30 || row == 31;
        return new Row(
                row,
                row + 1L,
                row + 2L,
                row < TRAIN ? row : -1,
                both ? row : row < TRAIN ? -1 : row - TRAIN,
                FakePictures.caption(number(row)),
                new RowPicture(
                        FakePictures.draw(number(row), THUMBNAIL),
                        640,
                        480,
                        0.5 + row % 7 * 0.05,
                        twice ? 2 : 1,
                        both));
    }

    static RowPage page(RowQuery query, DataSettings settings) {
        List<Integer> found = new ArrayList<>(IntStream.range(0, TRAIN + VALIDATION)
                .filter(row -> matches(row, query, settings))
                .boxed()
                .toList());
        if (query.order() == Order.CAPTION) {
            found.sort(Comparator.comparing(row -> FakePictures.caption(number(row))));
        }
        if (query.descending()) {
            Collections.reverse(found);
        }
        List<Row> rows = found.stream()
                .skip(query.from())
                .limit(query.count())
                .map(row -> row(row, settings))
                .toList();
        return new RowPage(found.size(), query.from(), rows);
    }

    private static boolean matches(int row, RowQuery query, DataSettings settings) {
        String caption = FakePictures.caption(number(row));
        boolean which = switch (query.which()) {
            case ALL -> true;
            case TRAIN -> row < TRAIN;
            case VALIDATION -> row >= TRAIN || row < shared(settings);
            case REPEATED -> row == 30 || row == 31;
            case SHARED -> row < shared(settings);
        };
        boolean trait = query.trait()
                .map(has -> has instanceof Trait.Place place
                        ? row == (place.validation() ? TRAIN : 0) + place.index()
                        : has(caption, has))
                .orElse(true);
        return which && trait && caption.contains(query.text());
    }

    private static boolean has(String caption, Trait trait) {
        if (trait instanceof Trait.Length length) {
            return caption.length() >= length.least() && caption.length() <= length.most();
        }
        return !(trait instanceof Trait.Word word)
                || List.of(caption.split(" ")).contains(word.word());
    }

    static RowSteps steps(int row, DataSettings settings, int patch) {
        int size = settings.imageSize();
        Picture resized = FakePictures.draw(number(row), size);
        boolean signed = settings.normalize().equals("imagenet");
        float[] values = new float[3 * size * size];
        for (int i = 0; i < values.length; i++) {
            int argb = resized.argb()[i % (size * size)];
            float value = (argb >> 16 - 8 * (i / (size * size)) & 255) / 255f;
            values[i] = signed ? (value - 0.45f) / 0.226f : value;
        }
        List<RowSteps.Channel> channels = List.of("red", "green", "blue").stream()
                .map(name -> new RowSteps.Channel(name, signed ? -1.9 : 0.12, signed ? 1.2 : 0.7, signed ? 2.2 : 0.96))
                .toList();
        List<RowSteps.Token> tokens = FakePictures.caption(number(row))
                .chars()
                .mapToObj(Character::toString)
                .map(each -> new RowSteps.Token(FakeEngine.ALPHABET.indexOf(each), each))
                .toList();
        Picture given = FakePictures.draw(number(row), 192);
        return new RowSteps(
                row(row, settings),
                "scenes.csv",
                "0f".repeat(32),
                new RowSteps.File("PNG", 4321, 6, true),
                new RowSteps.Pictures(given, given, 0xFFFFFF, resized),
                new TensorView(values, 3, size, size),
                channels,
                settings.normalize(),
                patch,
                new RowSteps.Text(
                        FakePictures.caption(number(row)).replace("a ", "á "),
                        List.of("characters replaced by the nearest in the alphabet"),
                        tokens));
    }

    static DataSummary summary(DataId id, DataSettings settings) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            examples.add(new Example("train", i, FakePictures.caption(i), FakePictures.draw(i, settings.imageSize())));
        }
        for (int i = 0; i < 8; i++) {
            int number = i * 5 + 3;
            examples.add(new Example(
                    "validation", i, FakePictures.caption(number), FakePictures.draw(number, settings.imageSize())));
        }
        List<RowProblem> problems = List.of(new RowProblem(
                17, 18, "b64string_images", "picture", "The picture cannot be decoded.", "Export it as PNG or JPEG."));
        return new DataSummary(
                id,
                "scenes.csv",
                2000,
                1999,
                1799,
                200,
                shared(settings),
                FakeEngine.ALPHABET,
                41,
                settings.imageSize(),
                examples,
                problems,
                "",
                statistics());
    }

    /** Mirrored at every step where flip is on. */
    static AugmentPreview augmented(TrainSettings settings, int pictures, int times) {
        List<AugmentPreview.Row> rows = IntStream.range(0, pictures)
                .mapToObj(row -> new AugmentPreview.Row(
                        FakePictures.caption(row),
                        FakePictures.draw(row, THUMBNAIL),
                        IntStream.range(0, times)
                                .mapToObj(step -> FakePictures.draw(row, THUMBNAIL))
                                .map(each -> settings.augment().flip() ? mirrored(each) : each)
                                .toList()))
                .toList();
        return new AugmentPreview(
                rows, statistics().warning(settings.augment()).stream().toList());
    }

    private static Picture mirrored(Picture picture) {
        int[] argb = new int[picture.argb().length];
        for (int i = 0; i < argb.length; i++) {
            int x = i % picture.width();
            argb[i] = picture.argb()[i - x + picture.width() - 1 - x];
        }
        return new Picture(picture.width(), picture.height(), argb);
    }

    private static DataStatistics statistics() {
        List<Integer> lengths = new ArrayList<>();
        Map<String, Long> characters = new LinkedHashMap<>();
        Map<String, Long> words = new LinkedHashMap<>();
        for (int row = 0; row < TRAIN + VALIDATION; row++) {
            String caption = FakePictures.caption(number(row));
            while (lengths.size() <= caption.length()) {
                lengths.add(0);
            }
            lengths.set(caption.length(), lengths.get(caption.length()) + 1);
            caption.chars().forEach(c -> characters.merge(Character.toString(c), 1L, Long::sum));
            List.of(caption.split(" ")).forEach(word -> words.merge(word, 1L, Long::sum));
        }
        return new DataStatistics(
                lengths,
                sorted(characters),
                sorted(words),
                words.size(),
                Map.of("640 x 480", 1999L),
                List.of(0, 0, 0, 0, 0, 3, 20, 120, 500, 700, 400, 200, 50, 6, 0, 0),
                new DataStatistics.Repeats(1, 1900, 1, 32),
                new DataStatistics.Changes(0, 0, 12, 1000),
                new DataStatistics.Outside(Map.of("ß", 1L), Map.of("á", 12L), Map.of()),
                Map.of("unknown-character", 1L));
    }

    private static Map<String, Long> sorted(Map<String, Long> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
