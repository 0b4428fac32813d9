package dev.patchbook.store;

import dev.patchbook.base.Picture;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.chart.Png;
import dev.patchbook.checkpoint.AtomicFiles;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.ModelId;
import dev.patchbook.notebook.CellId;
import dev.patchbook.notebook.CellKind;
import dev.patchbook.session.CellFailure;
import dev.patchbook.session.CellOutput;
import dev.patchbook.session.CellOutput.AttentionOutput;
import dev.patchbook.session.CellOutput.CompareOutput;
import dev.patchbook.session.CellOutput.DataOutput;
import dev.patchbook.session.CellOutput.ImagesOutput;
import dev.patchbook.session.CellOutput.ModelOutput;
import dev.patchbook.session.CellOutput.PatchesOutput;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.session.Past;
import dev.patchbook.session.TrainOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The outputs of a notebook's cells: {@code outputs/CELL.json}, beside it {@code CELL.CHECKSUM.png} with its pictures and
 * {@code CELL.CHECKSUM.f32} with its tensors. The JSON file is written last and names the others, so there is always a whole
 * output. Of a training only its folder is written; the rest is the folder's.
 */
final class OutputFiles {
    private static final Logger LOG = LoggerFactory.getLogger(OutputFiles.class);
    private static final int MOST_JSON = 32 << 20;
    private static final int MOST_PNG = 64 << 20;
    private static final String NO_FILE = "";
    private static final Picture NO_PICTURE = new Picture(0, 0, new int[0]);

    private final Path runs;
    private final Path folder;

    /**
     * What the JSON file holds around the output.
     *
     * @param png name of the file with the pictures; empty where there are none
     * @param f32 name of the file with the tensors; empty where there are none
     * @param millis how long it took; -1 where not known
     */
    private record Envelope(
            int format,
            CellKind kind,
            int count,
            int edition,
            String fingerprint,
            double millis,
            Optional<CellFailure> failure,
            String png,
            String f32,
            JsonNode output) {}

    /** What is written of a training: its run below the runs folder, and the steps it was to have. */
    private record TrainFile(String run, long steps) {}

    OutputFiles(Path runs) {
        this.runs = runs;
        this.folder = runs.resolve("outputs");
    }

    /**
     * Keeps a cell's output, in the place of an earlier one.
     *
     * @throws UserFacingException where it cannot be written
     */
    void write(CellId id, Past past) {
        PictureSheet pictures = new PictureSheet();
        Numbers32 numbers = new Numbers32();
        JsonNode output = OutputMapper.tree(content(past.output()), pictures, numbers);
        String png = pictures.isEmpty() ? NO_FILE : write(id, "png", Png.encode(pictures.sheet()));
        String f32 = numbers.isEmpty() ? NO_FILE : write(id, "f32", numbers.bytes());
        Envelope envelope = new Envelope(
                OutputMapper.FORMAT,
                past.kind(),
                past.count(),
                past.edition(),
                past.fingerprint(),
                past.duration().map(time -> time.toNanos() / 1e6).orElse(-1.0),
                past.failure(),
                png,
                f32,
                output);
        AtomicFiles.write(json(id), OutputMapper.write(envelope));
        clean(id, List.of(id + ".json", png, f32));
    }

    private Object content(CellOutput output) {
        if (output instanceof DataOutput data) {
            return new DataOutput(data.summary().named(DataId.NONE));
        } else if (output instanceof ModelOutput model) {
            return new ModelOutput(model.summary().named(ModelId.NONE));
        } else if (output instanceof TrainOutput train) {
            Path run = runs.toAbsolutePath()
                    .normalize()
                    .relativize(train.folder().toAbsolutePath().normalize());
            return new TrainFile(run.toString().replace('\\', '/'), train.total());
        }
        return output;
    }

    /** Whether a training's run lies in the runs folder, as it must to be kept. */
    boolean holds(Path run) {
        return run.toAbsolutePath().normalize().startsWith(runs.toAbsolutePath().normalize());
    }

    private String write(CellId id, String ending, byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        String name = id + "." + HexFormat.of().toHexDigits((int) sum.getValue()) + "." + ending;
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            AtomicFiles.write(file, bytes);
        }
        return name;
    }

    private Path json(CellId id) {
        return folder.resolve(id + ".json");
    }

    /** Removes what is kept of a cell. */
    void remove(CellId id) {
        clean(id, List.of());
    }

    private void clean(CellId id, List<String> kept) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.startsWith(id + ".") && !kept.contains(name)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.info("old outputs of {} in {} cannot be removed: {}", id, folder, e.toString());
        }
    }

    /** What is kept of a cell; empty, with a line in the log, where it cannot be used. */
    Optional<Past> read(CellId id) {
        try {
            byte[] bytes = bytes(id + ".json", MOST_JSON);
            Envelope in = OutputMapper.read(bytes, Envelope.class);
            if (in.format() != OutputMapper.FORMAT) {
                throw new DamagedException("its format is " + in.format() + ", not " + OutputMapper.FORMAT);
            }
            return output(id, in)
                    .map(output -> new Past(
                            output,
                            Math.max(1, in.count()),
                            Math.max(1, in.edition()),
                            in.fingerprint(),
                            in.millis() < 0
                                    ? Optional.empty()
                                    : Optional.of(Duration.ofNanos(Math.round(in.millis() * 1e6))),
                            in.failure()));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // never run, or moved away
        } catch (IOException | RuntimeException e) {
            LOG.warn("The output of {} in {} cannot be used: {}", id, folder, why(e));
            return Optional.empty();
        }
    }

    private static String why(Exception e) {
        return e instanceof JacksonException broken ? broken.getOriginalMessage() : String.valueOf(e.getMessage());
    }

    private Optional<CellOutput> output(CellId id, Envelope in) throws IOException {
        if (in.kind() == CellKind.TRAIN) {
            TrainFile train = OutputMapper.read(in.output(), TrainFile.class, NO_PICTURE, new byte[0]);
            if (!train.run().matches("[A-Za-z0-9_-]+/[0-9]{4}")) {
                throw new DamagedException("“" + train.run() + "” is not a run's folder");
            }
            return PastRun.read(runs.resolve(train.run()), train.steps()).map(output -> output);
        }
        @Nullable
        Class<? extends CellOutput> type = switch (in.kind()) {
            case DATA -> DataOutput.class;
            case MODEL -> ModelOutput.class;
            case PATCHES -> PatchesOutput.class;
            case ATTENTION -> AttentionOutput.class;
            case IMAGES -> ImagesOutput.class;
            case COMPARE -> CompareOutput.class;
            case SAMPLE -> SampleOutput.class;
            case TRAIN, NOTE, UNKNOWN -> null;
        };
        if (type == null) {
            throw new DamagedException("a cell of kind " + in.kind() + " has no output");
        }
        Picture sheet = in.png().isEmpty() ? NO_PICTURE : Png.decode(bytes(named(id, in.png(), "png"), MOST_PNG));
        byte[] numbers =
                in.f32().isEmpty() ? new byte[0] : bytes(named(id, in.f32(), "f32"), (int) Numbers32.mostBytes());
        return Optional.of(OutputMapper.read(in.output(), type, sheet, numbers));
    }

    /** A file's name as this class gives it, and no other. */
    private static String named(CellId id, String name, String ending) {
        if (!name.matches("\\Q" + id + "\\E\\.[0-9a-f]{8}\\." + ending)) {
            throw new DamagedException("“" + name + "” is no file of its output");
        }
        return name;
    }

    private byte[] bytes(String name, int most) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new DamagedException(name + " is too large");
            }
            return bytes;
        }
    }
}
