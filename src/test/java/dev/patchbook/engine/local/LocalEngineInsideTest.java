package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.patchbook.base.CancelledException;
import dev.patchbook.base.TensorView;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.Variant;
import dev.patchbook.engine.AttentionView;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.EditLook;
import dev.patchbook.engine.EditView;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.ImageMap;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.LensView;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.MapLook;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.NearestCounts;
import dev.patchbook.engine.NearestTokens;
import dev.patchbook.engine.PatchEdit;
import dev.patchbook.engine.PatchSpace;
import dev.patchbook.engine.TextLook;
import dev.patchbook.engine.TextScores;
import dev.patchbook.engine.TokenMaps;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainingJob;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closer looks: which patches characters rest on, what blocks would say, what visual tokens are near to. */
@Timeout(60)
class LocalEngineInsideTest extends EngineFixture {
    private static LookRequest at(ModelId id, String image) {
        return look(id, TinyData.attention(image));
    }

    @Test
    void aCaptionsCharactersAreMappedToPatches() throws Exception {
        TokenMaps maps = get(engine.inside().tokens(TextLook.own(at(model.id(), "validation 0"))));
        String caption = caption("validation", 0);
        assertThat(String.join("", maps.tokens())).isEqualTo(caption + "<end>");
        int count = maps.tokens().size();
        int grid = maps.grid();
        assertThat(maps.gradient().shape()).containsExactly(count, grid, grid);
        assertThat(maps.occlusion().shape()).containsExactly(count, grid, grid);
        assertThat(maps.attention()).isEmpty(); // one visual token: there is none
        TextScores read = get(engine.score(sample(model.id(), "validation 0", Map.of()), caption));
        for (int i = 0; i < caption.length(); i++) {
            assertThat(-maps.logs().at(i)).isCloseTo((float) read.surprise(i), offset(1e-4f));
        }
        for (float norm : maps.gradient().data()) {
            assertThat(norm).isPositive();
        }
    }

    private static String caption(String part, int index) {
        return data.examples().stream()
                .filter(each -> each.part().equals(part) && each.index() == index)
                .map(DataSummary.Example::caption)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whereEveryPatchIsATokenItsAttentionIsTheModels() throws Exception {
        ModelId git = get(engine.build(data.id(), TinyData.model(Variant.GIT))).id();
        TokenMaps maps = get(engine.inside().tokens(TextLook.own(at(git, "validation 0"))));
        AttentionView all = get(engine.attention(at(git, "validation 0")));
        TensorView text = all.text();
        TensorView lane = maps.attention().orElseThrow();
        int place = 3;
        int patch = 1;
        double sum = 0;
        for (int block = 0; block < text.shape()[0]; block++) {
            for (int head = 0; head < text.shape()[1]; head++) {
                sum += text.at(block, head, all.visualTokens() + place, 1 + patch);
            }
        }
        double mean = sum / text.shape()[0] / text.shape()[1];
        assertThat(lane.at(place, patch / maps.grid(), patch % maps.grid())).isCloseTo((float) mean, offset(1e-6f));
        engine.release(git);
    }

    @Test
    void givenTextsAndThoseWrittenAreMappedToo() throws Exception {
        LookRequest look = at(model.id(), "train 1");
        TokenMaps given = get(engine.inside().tokens(new TextLook(look, TextLook.Source.GIVEN, "a red")));
        assertThat(given.tokens()).containsExactly("a", " ", "r", "e", "d", "<end>");
        TokenMaps written = get(engine.inside().tokens(new TextLook(look, TextLook.Source.WRITTEN, "")));
        assertThat(written.tokens()).isNotEmpty();
        assertThatThrownBy(() -> get(engine.inside().tokens(new TextLook(look, TextLook.Source.GIVEN, "a Ω"))))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("Ω");
    }

    /** Covering a patch of a picture of one colour with that colour changes nothing; weights that moved meanwhile would. */
    @Test
    void aLongLookTakesTurnsWithATrainingAndSeesTheWeightsOfOneMoment() throws Exception {
        AtomicLong step = new AtomicLong();
        TrainingJob run = longRun("inside", event -> {
            if (event instanceof TrainEvent.Step now) {
                step.set(now.step());
            }
        });
        int red = data.examples().stream()
                .filter(each -> each.caption().equals(TinyData.caption(0)))
                .findFirst()
                .orElseThrow()
                .index();
        await(() -> step.get() > 2);
        Job<TokenMaps> job = engine.inside().tokens(TextLook.own(at(run.model(), "train " + red)));
        TokenMaps maps = get(job);
        assertThat(step.get()).isGreaterThan(maps.step());
        for (float change : maps.occlusion().data()) {
            assertThat(change).isCloseTo(0, offset(1e-5f));
        }
    }

    @Test
    void aLongLookIsCancelledBetweenTwoSlices() throws Exception {
        TrainingJob run = longRun("cancelled", event -> {});
        Job<TokenMaps> job = engine.inside().tokens(TextLook.own(at(run.model(), "validation 0")));
        await(() -> job.progress().total() > 0);
        job.cancel();
        assertThatThrownBy(() -> get(job)).isInstanceOf(CancelledException.class);
        assertThat(get(engine.inside().nearest(at(run.model(), "validation 0"))).visualTokens())
                .isEqualTo(1); // the engine goes on
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(1);
        }
    }

    @Test
    void theLastBlockOfTheLensSaysWhatScoringSays() throws Exception {
        LensView lens = get(engine.inside().lens(TextLook.own(at(model.id(), "validation 1"))));
        String caption = caption("validation", 1);
        TextScores read = get(engine.score(sample(model.id(), "validation 1", Map.of()), caption));
        int last = lens.logs().shape()[0] - 1;
        assertThat(lens.tokens()).hasSize(lens.visualTokens() + 1 + caption.length());
        for (int i = 0; i < caption.length(); i++) {
            int position = lens.visualTokens() + i; // the begin token first
            int followed = lens.followed().get(position);
            assertThat(lens.vocabulary().get(followed)).isEqualTo(caption.substring(i, i + 1));
            assertThat(-lens.logs().at(last, position, followed)).isCloseTo((float) read.surprise(i), offset(1e-4f));
        }
        assertThat(lens.followed().get(0)).isEqualTo(-1);
    }

    @Test
    void nearestTokensAreCountedOverAPart() throws Exception {
        NearestCounts counts = get(engine.inside().nearest(at(model.id(), "train 0"), "validation"));
        assertThat(counts.pictures()).isEqualTo(data.validation());
        assertThat(counts.rows().stream().mapToLong(NearestCounts.Row::count).sum())
                .isEqualTo((long) data.validation() * counts.visualTokens());
        NearestTokens first = get(engine.inside().nearest(at(model.id(), "validation 0")));
        float best = -1;
        String nearest = "";
        for (int i = 0; i < first.vocabulary().size(); i++) {
            if (first.cosines().at(0, i) > best) {
                best = first.cosines().at(0, i);
                nearest = first.vocabulary().get(i);
            }
        }
        assertThat(counts.rows()).extracting(NearestCounts.Row::token).contains(nearest);
        assertThat(counts.rows().get(0).largest())
                .isGreaterThanOrEqualTo(counts.rows().get(0).cosine());
    }

    @Test
    void filtersComeLargestFirstWithThePicturesPatchesInAPlane() throws Exception {
        PatchSpace space = get(engine.inside().space(at(model.id(), "train 0")));
        int count = space.channels().size();
        assertThat(space.all()).isGreaterThanOrEqualTo(count);
        double before = Double.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            double squares = 0;
            for (float weight : space.filters().slice(i).data()) {
                squares += (double) weight * weight;
            }
            assertThat(squares).isLessThanOrEqualTo(before);
            before = squares;
        }
        assertThat(space.shares().get(0)).isGreaterThanOrEqualTo(space.shares().get(1));
        assertThat(space.shares().get(0) + space.shares().get(1)).isBetween(0.0, 1.000001);
    }

    @Test
    void captionsOfAPictureWithPatchesMadeOtherwise() throws Exception {
        LookRequest look = at(model.id(), "validation 0");
        EditView same = get(engine.inside().edited(new EditLook(look, List.of(), "")));
        assertThat(same.rewritten()).isEqualTo(same.written());
        assertThat(same.relikely()).isCloseTo(same.likely(), offset(1e-9)); // made again from its bytes, bit for bit
        assertThat(same.own()).isEqualTo(caption("validation", 0));
        int patches = same.grid() * same.grid();
        List<PatchEdit> all = IntStream.range(0, patches)
                .mapToObj(patch -> new PatchEdit(patch, PatchEdit.Kind.SWAP, 0))
                .toList();
        EditView other = get(engine.inside().edited(new EditLook(look, all, "train 2")));
        assertThat(other.after().argb())
                .isEqualTo(get(engine.patches(look(model.id(), TinyData.patches("train 2"))))
                        .resized()
                        .argb());
        Generation written = get(engine.sample(sample(model.id(), "train 2", Map.of("temperature", "0")), token -> {}));
        assertThat(other.rewritten()).isEqualTo(written.caption());
        List<PatchEdit> wrong = List.of(new PatchEdit(patches, PatchEdit.Kind.COVER, 0));
        assertThatThrownBy(() -> get(engine.inside().edited(new EditLook(look, wrong, ""))))
                .isInstanceOf(UserFacingException.class);
    }

    @Test
    void picturesAreLaidOutInAPlane() throws Exception {
        LookRequest look = at(model.id(), "train 0");
        ImageMap plane = get(engine.inside().images(new MapLook(look, "train", 300, false)));
        assertThat(plane.images()).hasSize(data.train());
        assertThat(plane.all()).isEqualTo(data.train());
        assertThat(plane.images().get(1).caption()).isEqualTo(caption("train", 1));
        assertThat(plane.shares().get(0)).isBetween(0.01, 1.0);
        assertThat(plane.neighbours()).isEmpty();
        ImageMap near = get(engine.inside().images(new MapLook(look, "train", 3, true)));
        assertThat(near.images()).hasSize(3);
        assertThat(near.all()).isEqualTo(data.train());
        assertThat(near.neighbours().orElseThrow().shape()).containsExactly(3, 2);
        assertThat(near.places().shape()).containsExactly(3, 2);
    }

    @Test
    void aMapTakesTurnsWithATraining() throws Exception {
        AtomicLong step = new AtomicLong();
        TrainingJob run = longRun("map", event -> {
            if (event instanceof TrainEvent.Step now) {
                step.set(now.step());
            }
        });
        await(() -> step.get() > 2);
        Job<ImageMap> job = engine.inside().images(new MapLook(at(run.model(), "train 0"), "train", 300, true));
        ImageMap map = get(job);
        assertThat(step.get()).isGreaterThan(map.step());
        assertThat(map.neighbours()).isPresent();
    }
}
