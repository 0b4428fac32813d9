package dev.patchbook.ui.cell;

import dev.patchbook.config.SampleSettings;
import dev.patchbook.config.SettingException;
import dev.patchbook.notebook.Cell;
import org.jspecify.annotations.Nullable;

/** How the next character is drawn: as the cell's settings say, until a person tries something else. */
final class Trying {
    private SampleSettings caption;
    private SampleSettings now;
    private @Nullable SampleSettings cell;

    /** As a caption was drawn. */
    Trying(SampleSettings caption) {
        this.caption = caption;
        this.now = caption;
    }

    /** Another caption was written so. */
    void caption(SampleSettings own) {
        caption = own;
        now = own;
    }

    /** Follows a cell's settings, also before it is run with them. */
    void follow(Cell written) {
        try {
            SampleSettings settings = SampleSettings.of(written.settings());
            if (!settings.equals(cell)) {
                cell = settings;
                draw(settings.temperature(), settings.topK(), settings.topP(), settings.seed());
            }
        } catch (SettingException e) {
            return; // the cell says what is wrong with it
        }
    }

    void draw(double temperature, int topK, double topP, long seed) {
        SampleSettings other = caption.drawing(temperature, topK, topP, seed);
        now = other.drawsLike(caption) ? caption : other;
    }

    /** As it is drawn now, token by token also where beams were followed. */
    SampleSettings byToken() {
        return caption.drawing(now.temperature(), now.topK(), now.topP(), now.seed());
    }

    SampleSettings now() {
        return now;
    }

    /** As the cell's settings say, as far as they can be used. */
    SampleSettings cell() {
        return cell == null ? caption : cell;
    }
}
