package dev.patchbook.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.base.Picture;
import dev.patchbook.engine.PatchEdit;
import dev.patchbook.engine.PatchEdit.Kind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Patches covered, blurred, painted and swapped; no native library. */
class PatchEditsTest {
    private static final int WHITE = 0xFFFFFFFF;
    private static final int BLACK = 0xFF000000;

    /** 4 x 4 pixels of 2 x 2 patches: the left half black, the right half white. */
    private static Picture halves() {
        int[] argb = new int[16];
        for (int i = 0; i < 16; i++) {
            argb[i] = i % 4 < 2 ? BLACK : WHITE;
        }
        return new Picture(4, 4, argb);
    }

    private static int[] edited(Kind kind, int patch) {
        int[] red = new int[16];
        Arrays.fill(red, 0xFFFF0000);
        return PatchEdits.apply(halves(), new Picture(4, 4, red), 2, List.of(new PatchEdit(patch, kind, 0x123456)))
                .argb();
    }

    @Test
    void onlyThePatchChanges() {
        for (Kind kind : Kind.values()) {
            int[] changed = edited(kind, 3); // lower right
            for (int i = 0; i < 16; i++) {
                if (i % 4 < 2 || i / 4 < 2) {
                    assertThat(changed[i]).as("%s %d", kind, i).isEqualTo(halves().argb()[i]);
                }
            }
        }
        assertThat(edited(Kind.COVER, 3)[15]).isEqualTo(0xFF808080); // half black, half white
        assertThat(edited(Kind.PAINT, 3)[15]).isEqualTo(0xFF123456);
        assertThat(edited(Kind.SWAP, 3)[15]).isEqualTo(0xFFFF0000);
        assertThat(edited(Kind.BLUR, 3)[15]).isEqualTo(WHITE); // white all round
        assertThat(edited(Kind.BLUR, 3)[14]).isEqualTo(0xFFAAAAAA); // a third of its neighbours black
    }

    @Test
    void valuesAreTheColoursPlaneByPlane() {
        byte[] values = PatchEdits.values(new Picture(1, 2, new int[] {0xFF010203, 0xFFFF8040}));
        assertThat(values).containsExactly(1, (byte) 0xFF, 2, (byte) 0x80, 3, 0x40);
    }
}
