package dev.patchbook.data;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.checkpoint.SafetensorsFile;
import dev.patchbook.config.ModelSettings;
import dev.patchbook.config.SettingException;
import dev.patchbook.data.picture.ImageDecoder;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellGraph;
import dev.patchbook.notebook.CellSettings;
import dev.patchbook.notebook.Notebook;
import dev.patchbook.notebook.NotebookFiles;
import dev.patchbook.notebook.NotebookFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** The cases of {@link FuzzIT}, in a JVM of their own: folder, number of cases, seed. */
final class FuzzRun {
    private static final long PATIENCE = 30_000_000_000L;

    private final Path folder;
    private final Map<String, byte[]> kinds = new LinkedHashMap<>();
    private final Map<String, int[]> outcomes = new LinkedHashMap<>();
    private final AtomicLong began = new AtomicLong(System.nanoTime());
    private final AtomicReference<String> current = new AtomicReference<>("");

    private FuzzRun(Path folder) throws IOException {
        this.folder = folder;
        String red = Csvs.field(0xFF0000);
        String csv = "caption,b64string_images,split\n\"a \"\"red\"\" é field\"," + red + ",train\nblue,"
                + Csvs.field(0x0000FF) + ",validation\n";
        kinds.put("csv", csv.getBytes(StandardCharsets.UTF_8));
        kinds.put("base64", red.getBytes(StandardCharsets.UTF_8));
        kinds.put(
                "jsonl",
                ("{\"instruction\":\"x\",\"outputs\":\"red \\u00e9\",\"image_base64_str\":[\"" + red
                                + "\"]}\n{\"image\":\"" + red + "\",\"caption\":\"b\"}\n")
                        .getBytes(StandardCharsets.UTF_8));
        kinds.put("png", Made.file("png"));
        kinds.put("jpeg", Made.file("jpeg"));
        kinds.put("progressive jpeg", Made.progressive(Made.image(40, 30)));
        kinds.put("turned jpeg", Made.jpegWith(Made.exif(6)));
        kinds.put("gif", Made.file("gif"));
        kinds.put("bmp", Made.file("bmp"));
        kinds.put("tiff", Made.file("tiff"));
        kinds.put("lossy webp", Made.resource("lossy.webp"));
        kinds.put("lossless webp", Made.resource("lossless.webp"));
        kinds.put("animated webp", Made.resource("animated.webp"));
        kinds.put("safetensors", safetensors());
        kinds.put("notebook", Files.readAllBytes(Path.of("assets/examples/welcome.md")));
    }

    private static byte[] safetensors() {
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[16,20]}}";
        byte[] length = {(byte) header.length(), 0, 0, 0, 0, 0, 0, 0};
        return Made.joined(length, header.getBytes(StandardCharsets.UTF_8), new byte[20]);
    }

    public static void main(String[] arguments) throws IOException {
        FuzzRun run = new FuzzRun(Path.of(arguments[0]));
        long cases = Long.parseLong(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        run.watch();
        for (long i = Long.getLong("patchbook.fuzz.from", 0); i < cases; i++) {
            run.one(i, seed);
        }
        System.out.println(cases + " cases, seed " + seed);
        run.outcomes.forEach(
                (kind, counts) -> System.out.println(kind + ": " + counts[0] + " read, " + counts[1] + " reported"));
        System.exit(0);
    }

    private void watch() {
        Thread watch = new Thread(() -> {
            while (System.nanoTime() - began.get() < PATIENCE) {
                try {
                    Thread.sleep(500);
                } catch (InterruptedException e) {
                    return;
                }
            }
            System.out.println("HANGS: " + current.get());
            Thread.getAllStackTraces().forEach((thread, trace) -> {
                if (thread.getName().equals("main")) {
                    Arrays.stream(trace).limit(12).forEach(System.out::println);
                }
            });
            Runtime.getRuntime().halt(3);
        });
        watch.setDaemon(true);
        watch.start();
    }

    private void one(long index, long seed) throws IOException {
        String[] names = kinds.keySet().toArray(String[]::new);
        String kind = names[(int) (index % names.length)];
        Random random = new Random(seed * 1_000_003 + index);
        byte[] bytes = Damage.of(kinds.get(kind), random, kind.equals("png"));
        current.set(kind + ", case " + index + ", seed " + seed);
        began.set(System.nanoTime());
        boolean read;
        try {
            read(kind, bytes);
            read = true;
        } catch (UserFacingException e) {
            read = false;
            if (e.what().isBlank() || e.remedy().isBlank() || e.what().contains("Exception")) {
                fail(bytes, e);
            }
        } catch (Throwable e) {
            fail(bytes, e);
            return;
        }
        outcomes.computeIfAbsent(kind, k -> new int[2])[read ? 0 : 1]++;
    }

    private void fail(byte[] bytes, Throwable e) throws IOException {
        Path kept = Files.write(Path.of("target", "fuzz-failure.bin"), bytes);
        System.out.println("FAILS: " + current.get() + ", kept as " + kept.toAbsolutePath());
        e.printStackTrace(System.out);
        System.exit(1);
    }

    private void read(String kind, byte[] bytes) throws IOException {
        switch (kind) {
            case "csv" -> load("data.csv", bytes);
            case "jsonl" -> load("data.jsonl", bytes);
            case "base64" ->
                load("data.csv", Made.joined(Made.bytes("caption,image\nred,\""), bytes, Made.bytes("\"\n")));
            case "safetensors" -> {
                Path file = Files.write(folder.resolve("a.safetensors"), bytes);
                try (SafetensorsFile opened = SafetensorsFile.open(file)) {
                    opened.names().forEach(opened::floats);
                }
            }
            case "notebook" -> {
                notebook(bytes);
            }
            default -> ImageDecoder.decode(bytes);
        }
    }

    /** Damaged bytes as a file; what of them is text as a notebook whose cells' settings are asked for. */
    private void notebook(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Notebook notebook = NotebookFormat.read(text);
        if (!NotebookFormat.write(notebook).equals(text)) {
            throw new IllegalStateException("an untouched notebook is written otherwise");
        }
        CellGraph graph = CellGraph.of(notebook);
        for (Cell cell : notebook.cells()) {
            CellSettings settings = CellSettings.of(graph, cell.id());
            boolean sound = graph.problems(cell.id()).isEmpty();
            try {
                switch (cell.kind()) {
                    case DATA -> settings.data(cell);
                    case MODEL -> ModelSettings.of(cell.settings());
                    case TRAIN -> settings.train(cell);
                    default -> settings.effective(cell);
                }
            } catch (SettingException e) {
                if (sound) {
                    throw new IllegalStateException("a sound cell cannot be used", e);
                }
            }
        }
        NotebookFiles.open(Files.write(folder.resolve("notebook.md"), bytes));
    }

    private void load(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        Map<String, String> settings = Map.of("file", name);
        Dataset data = new DatasetLoader(folder, Csvs.Plan.PLAIN.settings(settings), false)
                .load(ReadProgress.NONE, new CancelToken());
        if (data.rows().size() + data.problems().size() != data.rowsRead()) {
            throw new IllegalStateException("a row is neither used nor reported");
        }
        RowPreview.of(folder, Csvs.Plan.PLAIN.settings(settings), false, new RowPreview.Range(0, 4), new CancelToken());
    }
}
