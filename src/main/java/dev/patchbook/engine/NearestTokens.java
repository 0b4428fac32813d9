package dev.patchbook.engine;

import dev.patchbook.base.Picture;
import dev.patchbook.base.Probabilities;
import dev.patchbook.base.TensorView;
import java.util.List;

/**
 * How near what the decoder is handed of a picture is to the text's own tokens.
 *
 * @param resized the picture as the model sees it
 * @param grid patches along one side
 * @param vocabulary every token by id, for display
 * @param cosines [visual tokens, V]; several visual tokens: CLS first, then the patches
 * @param step updates the weights have had
 */
public record NearestTokens(Picture resized, int grid, List<String> vocabulary, TensorView cosines, long step) {
    /** Copies the list. */
    public NearestTokens {
        vocabulary = List.copyOf(vocabulary);
    }

    /** Which visual token stands for the first patch, where every patch is one. */
    public int first() {
        return visualTokens() - grid * grid;
    }

    /** The cosines of a visual token with every token of the text. */
    public double[] at(int visual) {
        double[] row = new double[vocabulary.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = cosines.data()[visual * row.length + i];
        }
        return row;
    }

    /** The token of the text that a visual token is nearest to. */
    public int nearest(int visual) {
        return Probabilities.likeliest(at(visual), 1)[0];
    }

    /** How many visual tokens there are. */
    public int visualTokens() {
        return cosines.shape()[0];
    }
}
