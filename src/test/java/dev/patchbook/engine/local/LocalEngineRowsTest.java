package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.ModelSummary;
import dev.patchbook.engine.RowPage;
import dev.patchbook.engine.RowQuery;
import dev.patchbook.engine.RowQuery.Order;
import dev.patchbook.engine.RowQuery.Trait;
import dev.patchbook.engine.RowQuery.Which;
import dev.patchbook.engine.RowSteps;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainingJob;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The port's looks at rows: found, sorted, paged, and read again step by step. */
class LocalEngineRowsTest extends EngineFixture {
    private static final RowQuery ALL = RowQuery.ALL.page(0, 100);

    private static RowPage rows(RowQuery query) throws InterruptedException {
        return get(engine.rows(data.id(), query));
    }

    private static List<Long> numbers(RowQuery query) throws InterruptedException {
        return rows(query).rows().stream().map(RowPage.Row::number).toList();
    }

    @Test
    void everyRowIsThereWithItsPlaces() throws Exception {
        RowPage page = rows(ALL);
        assertThat(page.total()).isEqualTo(TinyData.ROWS);
        assertThat(page.rows()).extracting(RowPage.Row::image).contains("train 0", "train 8", "validation 0");
        RowPage.Row last = page.rows().get(TinyData.ROWS - 1);
        assertThat(last.caption()).isEqualTo(TinyData.caption(11));
        assertThat(last.train()).isEqualTo(-1);
        assertThat(last.validation()).isEqualTo(2);
        assertThat(last.picture().width()).isEqualTo(20);
        assertThat(last.picture().height()).isEqualTo(12);
        assertThat(last.picture().rows()).isEqualTo(1);
        assertThat(last.picture().seen().width()).isEqualTo(data.imageSize());
        // eleven of twenty columns are black, the others white
        assertThat(last.picture().brightness()).isEqualTo(9 / 20.0, within(0.02));
    }

    @Test
    void onePageIsGivenOfAll() throws Exception {
        RowPage page = rows(RowQuery.ALL.page(5, 3));
        assertThat(page.total()).isEqualTo(TinyData.ROWS);
        assertThat(page.from()).isEqualTo(5);
        assertThat(page.rows()).extracting(RowPage.Row::number).containsExactly(6L, 7L, 8L);
        assertThat(rows(RowQuery.ALL.page(500, 3)).rows()).isEmpty();
    }

    @Test
    void rowsAreFoundByTextPartAndTrait() throws Exception {
        assertThat(numbers(ALL.saying("RED"))).containsExactly(1L, 5L, 9L);
        assertThat(numbers(ALL.only(Which.VALIDATION))).containsExactly(10L, 11L, 12L);
        assertThat(numbers(ALL.only(Which.TRAIN))).hasSize(9);
        assertThat(numbers(ALL.having(Optional.of(new Trait.Word("green"))))).containsExactly(2L, 6L, 10L);
        assertThat(numbers(ALL.having(Optional.of(new Trait.Word("gree"))))).isEmpty();
        assertThat(numbers(ALL.having(Optional.of(new Trait.Character("w"))))).containsExactly(4L, 8L, 12L);
        assertThat(numbers(ALL.having(Optional.of(new Trait.Length(13, 13))))).containsExactly(1L, 5L, 9L);
        assertThat(numbers(ALL.having(Optional.of(new Trait.Size("20 x 12"))))).hasSize(TinyData.ROWS);
        assertThat(numbers(ALL.having(Optional.of(new Trait.Size("12 x 20"))))).isEmpty();
        assertThat(IntStream.range(0, 16)
                        .mapToLong(step -> total(ALL.having(Optional.of(new Trait.Brightness(step)))))
                        .sum())
                .isEqualTo(TinyData.ROWS);
        assertThat(numbers(ALL.saying("red").only(Which.VALIDATION))).isEmpty();
    }

    @Test
    void oneRowIsFoundByItsPlaceInAPart() throws Exception {
        for (int place = 0; place < 3; place++) {
            int wanted = place;
            assertThat(rows(ALL.having(Optional.of(new Trait.Place(true, place))))
                            .rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.validation()).isEqualTo(wanted));
            assertThat(rows(ALL.having(Optional.of(new Trait.Place(false, place))))
                            .rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.train()).isEqualTo(wanted));
        }
        assertThat(rows(ALL.having(Optional.of(new Trait.Place(true, 3)))).rows())
                .isEmpty();
    }

    private static long total(RowQuery query) {
        try {
            return rows(query).total();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void rowsAreSorted() throws Exception {
        assertThat(numbers(ALL.sorted(Order.ROW, true))).startsWith(12L, 11L);
        assertThat(rows(ALL.sorted(Order.CAPTION, false)).rows())
                .extracting(RowPage.Row::caption)
                .isSorted()
                .startsWith("a blue field 10");
        assertThat(rows(ALL.sorted(Order.LENGTH, true)).rows().get(0).caption()).hasSize(16);
        assertThat(rows(ALL.sorted(Order.BRIGHTNESS, false)).rows())
                .extracting(row -> row.picture().brightness())
                .isSorted();
        assertThat(numbers(ALL.sorted(Order.SIZE, false))).startsWith(1L, 2L, 3L); // all are equally large
    }

    @Test
    void whatIsRepeatedAndSharedIsFound() throws Exception {
        Path other = Files.createDirectories(folder.resolve("shared"));
        TinyData.write(other);
        DataSummary repeated =
                get(engine.load(TinyData.request(other, Map.of("split", "tail", "repeat", "2", "validation", "0.25"))));
        RowPage shared = get(engine.rows(repeated.id(), ALL.only(Which.SHARED)));
        assertThat(shared.total()).isEqualTo(repeated.sharedPictures()).isPositive();
        assertThat(shared.rows()).allSatisfy(row -> {
            assertThat(row.picture().shared()).isTrue();
            assertThat(row.train()).isNotNegative();
            assertThat(row.validation()).isNotNegative();
        });
        assertThat(get(engine.rows(repeated.id(), ALL.only(Which.REPEATED))).total())
                .isZero();

        Path csv = other.resolve("tiny.csv");
        String row = Files.readAllLines(csv).get(1).replace("field 0", "field again");
        Files.writeString(csv, Files.readString(csv) + row + "\n");
        DataSummary twice = get(engine.load(TinyData.request(other, Map.of())));
        assertThat(get(engine.rows(twice.id(), ALL.only(Which.REPEATED))).rows())
                .extracting(RowPage.Row::caption)
                .containsExactly("a red field 0", "a red field again");
    }

    @Test
    void rowsAreShownWhileARunTrains() throws Exception {
        CountDownLatch steps = new CountDownLatch(2);
        TrainingJob run = longRun("looked", event -> {
            if (event instanceof TrainEvent.Step) {
                steps.countDown();
            }
        });
        assertThat(steps.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(rows(ALL).total()).isEqualTo(TinyData.ROWS);
        assertThat(get(engine.steps(data.id(), 3, Optional.of(run.model())))
                        .row()
                        .number())
                .isEqualTo(4);
        assertThat(run.result()).isNotDone();
    }

    @Test
    void eachStepToTheTensorIsShown() throws Exception {
        RowSteps steps = get(engine.steps(data.id(), 4, Optional.of(model.id())));
        assertThat(steps.row().caption()).isEqualTo("a red field 4");
        assertThat(steps.source()).isEqualTo("tiny.csv");
        assertThat(steps.hash()).hasSize(64);
        assertThat(steps.file().format()).isEqualTo("PNG");
        assertThat(steps.file().bytes()).isEqualTo(TinyData.png(TinyData.picture(4)).length);
        assertThat(steps.file().orientation()).isEqualTo(1);
        assertThat(steps.file().alpha()).isFalse();
        assertThat(steps.pictures().given().width()).isEqualTo(20);
        assertThat(steps.pictures().resized().width()).isEqualTo(data.imageSize());
        int size = data.imageSize();
        assertThat(steps.values().shape()).containsExactly(3, size, size);
        assertThat(steps.values().at(0, 0, size - 1)).isEqualTo(1f);
        assertThat(steps.channels().get(0).name()).isEqualTo("red");
        assertThat(steps.channels().get(0).max()).isEqualTo(1);
        assertThat(steps.channels().get(0).mean()).isEqualTo(0.8, within(0.02));
        assertThat(steps.channels().get(1).max()).isZero();
        assertThat(steps.patch()).isEqualTo(model.config().vision().patch());
        assertThat(steps.text().changes()).isEmpty();
        assertThat(steps.text().tokens().get(0).text()).isEqualTo("<begin>");
        assertThat(steps.text().tokens().stream().map(RowSteps.Token::text).reduce("", String::concat))
                .isEqualTo("<begin>a red field 4<end>");
    }

    @Test
    void withoutAModelThereAreNoPatchesAndNoMarks() throws Exception {
        RowSteps steps = get(engine.steps(data.id(), 0, Optional.empty()));
        assertThat(steps.patch()).isZero();
        assertThat(steps.text().tokens()).hasSize("a red field 0".length());
    }

    @Test
    void alphaNormalisationAndTheCaptionsChangesAreShown() throws Exception {
        Path other = Files.createDirectories(folder.resolve("alpha"));
        BufferedImage clear = new BufferedImage(8, 4, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(0, 0, 0xFFFF0000);
        write(other, "caf\u0065\u0301 \u201ctoo\u201d long", clear);
        DataRequest request = TinyData.request(
                other,
                Map.of(
                        "background", "#000000",
                        "normalize", "imagenet",
                        "normalize-text", "nfc",
                        "alphabet", "letters.txt",
                        "unknown", "map",
                        "max-length", "9",
                        "too-long", "cut"));
        Files.writeString(other.resolve("letters.txt"), "\" abcdefghijklmnopqrstuvwxyz");
        DataSummary odd = get(engine.load(request));
        assertThat(odd.statistics().outside().mapped())
                .containsOnlyKeys("\u00e9", "\u201c", "\u201d")
                .containsEntry("\u201c", 1L);
        ModelSummary published = get(engine.build(odd.id(), TinyData.model(Variant.PUBLISHED)));

        RowSteps steps = get(engine.steps(odd.id(), 0, Optional.empty()));
        assertThat(steps.file().alpha()).isTrue();
        assertThat(steps.pictures().given().argb()[1]).isZero();
        assertThat(steps.pictures().opaque().argb()[1]).isEqualTo(0xFF000000);
        assertThat(steps.pictures().background()).isZero();
        assertThat(steps.normalize()).isEqualTo("imagenet");
        assertThat(steps.channels().get(2).min()).isEqualTo(-0.406 / 0.225, within(1e-4));
        assertThat(steps.text().read()).isEqualTo("caf\u0065\u0301 \u201ctoo\u201d long");
        assertThat(steps.row().caption()).isEqualTo("cafe \"too");
        assertThat(steps.text().changes())
                .containsExactly(
                        "brought to NFC",
                        "characters replaced by the nearest in the alphabet",
                        "6 characters cut off at max-length 9");
        RowSteps dropped = get(engine.steps(odd.id(), 0, Optional.of(published.id())));
        assertThat(dropped.pictures().background()).isEqualTo(-1);
    }

    private static void write(Path other, String caption, BufferedImage image) throws IOException {
        String picture = Base64.getEncoder().encodeToString(TinyData.png(image));
        Files.writeString(other.resolve("tiny.csv"), "caption,b64string_images\n" + caption + "," + picture + "\n");
    }

    @Test
    void aSourceThatChangedIsNotShownAsIfItHadNot() throws Exception {
        Path other = Files.createDirectories(folder.resolve("changing"));
        Path csv = TinyData.write(other);
        DataSummary loaded = get(engine.load(TinyData.request(other, Map.of())));
        String before = Files.readString(csv);
        for (String changed : List.of(
                before.replace("a red field 0", "a red field 7"),
                before.replaceFirst("(?s)\n.*?\n", "\n"),
                "caption,b64string_images,split\n")) {
            Files.writeString(csv, changed);
            assertChanged(engine.steps(loaded.id(), 0, Optional.empty()));
        }
        Files.delete(csv);
        assertThatThrownBy(() -> get(engine.steps(loaded.id(), 0, Optional.empty())))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("There is no file");
    }

    private static void assertChanged(Job<RowSteps> job) {
        assertThatThrownBy(() -> get(job))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("tiny.csv has changed since it was read");
    }

    @Test
    void aRowIsNeverReadThroughALinkThatLeadsOutMeanwhile() throws Exception {
        Path other = Files.createDirectories(folder.resolve("linked"));
        Path csv = TinyData.write(other);
        DataSummary loaded = get(engine.load(TinyData.request(other, Map.of())));
        Path outside = Files.move(csv, folder.resolve("outside.csv"));
        Files.createSymbolicLink(csv, outside);
        assertThatThrownBy(() -> get(engine.steps(loaded.id(), 0, Optional.empty())))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("outside of the notebook's folder");
    }
}
