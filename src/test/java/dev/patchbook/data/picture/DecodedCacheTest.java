package dev.patchbook.data.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.data.picture.DecodedCache.Bounds;
import dev.patchbook.data.picture.DecodedCache.Found;
import dev.patchbook.data.picture.StoredPicture.Given;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decoded pictures kept from one time to the next: found by content, never wrong, bounded, and safe among programs. */
class DecodedCacheTest {
    private static final int SIZE = 4;
    private static final Bounds ALWAYS = new Bounds(1 << 20, 0, 0);

    @TempDir
    Path folder;

    private DecodedCache cache() {
        return new DecodedCache(folder, SIZE, 0xFFFFFF, ALWAYS);
    }

    private static byte[] key(int number) {
        MessageDigest digest = Sha256.digest();
        return digest.digest(new byte[] {(byte) number, (byte) (number >> 8)});
    }

    private static Decoded picture(int number) {
        byte[] over = new byte[3 * SIZE * SIZE];
        new Random(number).nextBytes(over);
        byte[] dropped = number % 3 == 0 ? over.clone() : over;
        dropped[0] += number % 3 == 0 ? 1 : 0;
        String hash = String.format("%064x", number);
        return new Decoded(hash, new Given(number, 7, number / 2.0), over, dropped);
    }

    private void write(int from, int to) {
        try (DecodedCache cache = cache()) {
            for (int i = from; i < to; i++) {
                cache.add(key(i), picture(i));
            }
            cache.finish();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static void assertSame(Found found, Decoded picture) {
        assertThat(found.picture().hash()).isEqualTo(picture.hash());
        assertThat(found.picture().given()).isEqualTo(picture.given());
        assertThat(found.picture().over()).isEqualTo(picture.over());
        assertThat(found.picture().dropped()).isEqualTo(picture.dropped());
        assertThat(found.picture().opaque()).isEqualTo(picture.opaque());
        assertThat(found.over().get()).isEqualTo(picture.over());
        assertThat(found.dropped().get()).isEqualTo(picture.dropped());
    }

    @Test
    void whatWasDecodedOnceIsFoundTheNextTime() throws IOException {
        write(0, 100);
        assertThat(files()).hasSize(1);
        try (DecodedCache cache = cache()) {
            for (int i = 0; i < 100; i++) {
                assertSame(cache.find(key(i)).orElseThrow(), picture(i));
            }
            assertThat(cache.find(key(100))).isEmpty();
            cache.finish();
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void otherSettingsFindNothingOfIt() {
        write(0, 3);
        try (DecodedCache larger = new DecodedCache(folder, SIZE + 1, 0xFFFFFF, ALWAYS);
                DecodedCache black = new DecodedCache(folder, SIZE, 0, ALWAYS)) {
            assertThat(larger.find(key(1))).isEmpty();
            assertThat(black.find(key(1))).isEmpty();
        }
    }

    @Test
    void whatIsNotFinishedIsNeverUsed() throws IOException {
        try (DecodedCache cache = cache()) {
            cache.add(key(1), picture(1));
            try (DecodedCache other = cache()) {
                assertThat(other.find(key(1))).isEmpty();
            }
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void smallDataTouchesNoDisk() throws IOException {
        Path none = folder.resolve("none");
        try (DecodedCache cache = new DecodedCache(none, SIZE, 0, new Bounds(1 << 20, 10_000, 0))) {
            for (int i = 0; i < 30; i++) {
                cache.add(key(i), picture(i)); // 7 pixels times their number
            }
            cache.finish();
        }
        assertThat(none).doesNotExist();
    }

    @Test
    void damageIsNoticedWhereverItIs() throws IOException {
        write(0, 20);
        Path pack = files().get(0);
        byte[] good = Files.readAllBytes(pack);
        Random random = new Random(5);
        int found = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] bad = good.clone();
            if (round % 3 == 0) {
                bad = Arrays.copyOf(bad, random.nextInt(bad.length));
            } else {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(pack, bad);
            try (DecodedCache cache = cache()) {
                for (int i = 0; i < 20; i++) {
                    Optional<Found> one = cache.find(key(i));
                    found += one.isPresent() ? 1 : 0;
                    if (one.isPresent()) {
                        assertSame(one.get(), picture(i));
                    }
                }
                cache.finish();
            }
        }
        assertThat(found).isPositive();
        Files.write(pack, Arrays.copyOf(good, good.length - 1));
        try (DecodedCache cache = cache()) {
            assertThat(pack).doesNotExist(); // and is written anew
        }
    }

    @Test
    void theLeastRecentlyUsedGoBeyondTheBound() throws IOException {
        Bounds small = new Bounds(20_000, 0, 0);
        List<String> order = new ArrayList<>();
        for (int pack = 0; pack < 6; pack++) {
            try (DecodedCache cache = new DecodedCache(folder, SIZE, 0xFFFFFF, small)) {
                for (int i = 0; i < 30; i++) {
                    cache.add(key(pack * 100 + i), picture(pack * 100 + i));
                }
                if (pack > 0) {
                    assertThat(cache.find(key(1))).isPresent(); // the first is used again
                }
                cache.finish();
            }
            for (Path path : files()) {
                if (!order.contains(path.toString())) {
                    order.add(path.toString());
                    Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(1000 - pack)));
                }
            }
            assertThat(size()).isLessThanOrEqualTo(20_000);
        }
        try (DecodedCache cache = cache()) {
            assertThat(cache.find(key(501))).isPresent();
            assertThat(cache.find(key(1))).isPresent();
            assertThat(cache.find(key(101))).isEmpty();
        }
    }

    private long size() throws IOException {
        long size = 0;
        for (Path path : files()) {
            size += Files.size(path);
        }
        return size;
    }

    @Test
    void onePackNeverTakesAll() throws IOException {
        try (DecodedCache cache = new DecodedCache(folder, SIZE, 0xFFFFFF, new Bounds(10_000, 0, 0))) {
            for (int i = 0; i < 1000; i++) {
                cache.add(key(i), picture(i));
            }
            cache.finish();
        }
        assertThat(size()).isBetween(4_000L, 5_000L);
        try (DecodedCache cache = cache()) {
            assertThat(cache.find(key(0))).isPresent();
            assertThat(cache.find(key(999))).isEmpty();
        }
    }

    @Test
    void whatCrashedProgramsLeftGoes() throws IOException {
        Path old = Files.writeString(folder.resolve("old.pack.new"), "half");
        Path young = Files.writeString(folder.resolve("young.pack.new"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        write(0, 2);
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void programsThatRunAtOnceDoNotDisturbEachOther() throws Exception {
        ExecutorService programs = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int program = 0; program < 8; program++) {
            int seed = program;
            all.add(programs.submit(() -> {
                for (int round = 0; round < 20; round++) {
                    try (DecodedCache cache = new DecodedCache(folder, SIZE, 0xFFFFFF, new Bounds(30_000, 0, 0))) {
                        for (int i = 0; i < 25; i++) {
                            int number = (seed + round + i) % 60;
                            Optional<Found> found = cache.find(key(number));
                            if (found.isPresent()) {
                                assertSame(found.get(), picture(number));
                            } else {
                                cache.add(key(number), picture(number));
                            }
                        }
                        cache.finish();
                    }
                }
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
        programs.shutdown();
        assertThat(files()).allMatch(path -> path.toString().endsWith(".pack"));
        assertThat(size()).isLessThanOrEqualTo(30_000 + 8 * 15_000);
    }

    @Test
    void aFolderThatCannotBeWrittenCostsOnlyTime() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (DecodedCache cache = new DecodedCache(file.resolve("below"), SIZE, 0, ALWAYS)) {
            cache.add(key(1), picture(1));
            cache.add(key(2), picture(2));
            cache.finish();
            assertThat(cache.find(key(1))).isEmpty();
        }
        try (DecodedCache cache = new DecodedCache(folder, SIZE, 0, new Bounds(1 << 20, 0, Long.MAX_VALUE))) {
            cache.add(key(1), picture(1)); // the disk is nearly full
            cache.finish();
        }
        assertThat(files()).containsExactly(file);
    }
}
