package dev.patchbook.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files changed byte by byte: each opens or is refused in plain words; nothing else may happen. */
class FileFuzzTest {
    private static final int ROUNDS = 4000;
    private static final String BYTES = "\"\\{}[]:,0123456789-.eEnul tF\u0000\u007f";

    @TempDir
    Path folder;

    @Test
    void aChangedHeaderOpensOrIsRefused() throws IOException {
        long seed = Long.getLong("patchbook.fuzz.seed", 20240229L);
        System.err.println("file fuzz: -Dpatchbook.fuzz.seed=" + seed);
        Path path = folder.resolve("a.safetensors");
        List<TensorSource> few = Samples.weights(1).subList(0, 6);
        SafetensorsWriter.write(path, few, Map.of("format", "pt"));
        byte[] good = Files.readAllBytes(path);
        int header = 8 + (good[0] & 0xFF) + ((good[1] & 0xFF) << 8);
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = mutate(good, header, random);
            Files.write(path, bytes);
            refused += refused(path, round, seed);
        }
        // The sweep must reach both outcomes, or it tests nothing.
        assertThat(refused).isBetween(ROUNDS / 2, ROUNDS - 20);
    }

    @Test
    void aChangedFileOfACheckpointIsReadOrRefused() throws IOException {
        long seed = Long.getLong("patchbook.fuzz.seed", 20240229L);
        Path run = folder.resolve("run");
        try (RunFolder writer = RunFolder.create(run, Samples.SETTINGS, null)) {
            writer.step(0, 3, 1);
            Checkpoint.write(
                    writer.checkpoint(1),
                    Samples.info(1),
                    Samples.weights(1),
                    new Checkpoint.Moments(List.of(), List.of()));
            writer.saved(1);
            writer.best(1, 2.5);
        }
        Random random = new Random(seed);
        int refused = 0;
        for (String name : List.of("run.json", "config.json", "tokenizer.json", "provenance.json", "metrics.jsonl")) {
            Path file = name.startsWith("run") || name.startsWith("metrics")
                    ? run.resolve(name)
                    : run.resolve("checkpoints/000001").resolve(name);
            byte[] good = Files.readAllBytes(file);
            for (int round = 0; round < 200; round++) {
                Files.write(file, mutate(good, good.length, random));
                refused += readOrRefused(run, name + " round " + round + " of seed " + seed);
            }
            Files.write(file, good);
        }
        assertThat(refused).isBetween(300, 990);
        assertThat(readOrRefused(run, "restored")).isZero();
    }

    private static int readOrRefused(Path run, String round) {
        try {
            Checkpoint.read(run);
            RunFolder.read(run).metrics();
            return 0;
        } catch (UserFacingException e) {
            return 1;
        } catch (Exception | Error e) {
            return fail(round, e);
        }
    }

    private static byte[] mutate(byte[] good, int header, Random random) {
        byte[] bytes = good.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(Math.min(header, bytes.length));
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) BYTES.charAt(random.nextInt(BYTES.length()));
                case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 3 -> {
                    int to = random.nextInt(Math.min(header, bytes.length));
                    int length = Math.min(random.nextInt(40), Math.min(header, bytes.length) - Math.max(at, to));
                    System.arraycopy(bytes, at, bytes, to, length);
                }
                default ->
                    bytes = random.nextInt(4) == 0
                            ? Arrays.copyOf(bytes, Math.max(1, bytes.length - random.nextInt(header)))
                            : bytes;
            }
        }
        return bytes;
    }

    private static int refused(Path path, int round, long seed) {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            for (String name : file.names()) {
                assertThat(file.floats(name).length).isLessThanOrEqualTo((int) Files.size(path));
                if (file.dtype(name).whole()) {
                    file.ints(name);
                }
            }
            return 0;
        } catch (UserFacingException e) {
            return 1;
        } catch (Exception | Error e) {
            return fail("round " + round + " of seed " + seed, e);
        }
    }
}
