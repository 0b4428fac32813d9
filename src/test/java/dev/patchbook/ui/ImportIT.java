package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.engine.local.LocalEngine;
import dev.patchbook.session.CellOutput.DataOutput;
import dev.patchbook.ui.fx.MemoryPreferences;
import dev.patchbook.ui.notebook.CellStatus.Kind;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real engine reads the first rows of a table of several hundred megabytes, and no others before it is asked to. */
@Timeout(240)
class ImportIT {
    private static final long LARGE = 400_000_000;

    @TempDir
    private Path folder;

    private WindowFixture fixture;

    @AfterEach
    void close() {
        fixture.close();
    }

    private static String picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WritableImage image = Fx.call(() -> new WritableImage(64, 48));
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", bytes);
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** Its last row cannot be read at all: whoever reads to the end meets it. */
    private static void write(Path csv, String picture, long size) throws IOException {
        byte[] filler = "x".repeat(4000).getBytes(StandardCharsets.UTF_8);
        long written = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(csv), 1 << 16)) {
            out.write("remark,photo of it,what it is\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; written < size; i++) {
                out.write(filler);
                byte[] rest =
                        (',' + (i == 2 ? "%%%" : picture) + ",number " + i + "\n").getBytes(StandardCharsets.UTF_8);
                out.write(rest);
                written += filler.length + rest.length;
            }
            out.write("\"never closed".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void firstRowsAppearWhileTheRestIsNotRead() throws IOException {
        fixture =
                WindowFixture.started(new LocalEngine(2), folder, new MemoryPreferences("outline", "true"), 1280, 900);
        String picture = picture();
        Path csv = folder.resolve("large.csv");
        write(csv, picture, LARGE);
        ImportDriver driver = new ImportDriver(fixture);
        Drop.files(fixture.stage().getScene(), csv);
        driver.says("large.csv has no column");
        driver.column("Caption column", "what it is");
        driver.rows(4);
        Fx.until(
                "the picture column found by what it holds", () -> driver.text().contains("can be used"));
        assertThat(Fx.call(driver::text)).contains("about ").contains("MB").doesNotContain("cannot be understood");
        driver.press("Check all rows");
        Fx.until("a part of it", () -> {
            Node bar = fixture.stage().getScene().getRoot().lookup(".check-progress");
            return bar instanceof ProgressBar progress && progress.getProgress() > 0.01;
        });
        driver.press("Stop");
        driver.press("Cancel");
        assertThat(driver.isOpen()).isFalse();
        Path small = folder.resolve("small.csv");
        write(small, picture, 100_000);
        Files.writeString(small, Files.readString(small).replace("\"never closed", ""));
        Drop.files(fixture.stage().getScene(), small);
        driver.column("Caption column", "what it is");
        driver.press("Use and run");
        fixture.await("data", Kind.DONE);
        DataOutput output = (DataOutput) Objects.requireNonNull(
                Fx.call(() -> fixture.cellNow("data").outputProperty().get()));
        assertThat(output.summary().rows() - output.summary().usable()).isEqualTo(1);
        assertThat(output.summary().problems().get(0).code()).isEqualTo("bad-base64");
    }
}
