package dev.patchbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the window reads from its own jar is there, and JavaFX can read it. */
class AssetsTest {
    private static final String ASSETS = "/dev/patchbook/assets/";

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @ParameterizedTest
    @CsvSource({
        "Inter-Regular.otf, Inter",
        "Inter-Medium.otf, Inter",
        "Inter-SemiBold.otf, Inter",
        "Inter-Bold.otf, Inter",
        "JetBrainsMono-Regular.ttf, JetBrains Mono",
        "JetBrainsMono-Medium.ttf, JetBrains Mono",
        "JetBrainsMono-Bold.ttf, JetBrains Mono",
    })
    void fontsLoad(String file, String family) throws Exception {
        try (InputStream in = AssetsTest.class.getResourceAsStream(ASSETS + "fonts/" + file)) {
            assertThat(Font.loadFont(in, 13).getFamily()).startsWith(family);
        }
    }

    @Test
    void iconLoads() throws Exception {
        try (InputStream in = AssetsTest.class.getResourceAsStream(ASSETS + "icon/patchbook-256.png")) {
            assertThat(new Image(in).getWidth()).isEqualTo(256);
        }
    }
}
