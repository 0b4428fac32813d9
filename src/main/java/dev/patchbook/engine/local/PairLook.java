package dev.patchbook.engine.local;

import dev.patchbook.base.CancelToken;
import dev.patchbook.base.TensorView;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.SampleSettings;
import dev.patchbook.config.ViewSettings;
import dev.patchbook.engine.CompareLook;
import dev.patchbook.engine.CompareLook.Side;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.PairView;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.engine.SideView;
import dev.patchbook.engine.TextScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at two models or pictures, the maps and the captions of each side a slice. Weights of now are those of the first slice. */
final class PairLook implements SlicedJob.Slices<PairView> {
    private static final int PIECES = 4;

    private final CompareLook look;
    private final ImageResolver images;
    private final List<LoadedModel> models = new ArrayList<>();
    private final List<SideView> views = new ArrayList<>();
    private final List<TensorView> maps = new ArrayList<>();
    private int piece;

    PairLook(CompareLook look, Sides sides, ImageResolver images) {
        this.look = look;
        this.images = images;
        sides.check(look);
        try {
            models.add(sides.open(look.left()));
            models.add(sides.open(look.right()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public Optional<PairView> next(LocalJob<?> job) {
        job.report("comparing", piece, PIECES);
        Side side = piece < 2 ? look.left() : look.right();
        LoadedModel model = models.get(piece / 2);
        if (piece % 2 == 0) {
            maps.add(Looks.attention(model, request(side), images, job.token()).vision());
        } else {
            views.add(view(side, model, job.token()));
        }
        piece++;
        return piece < PIECES ? Optional.empty() : Optional.of(new PairView(views.get(0), views.get(1)));
    }

    private LookRequest request(Side side) {
        return new LookRequest(
                side.model(), new ViewSettings(side.image(), "", 0, 0, 0), look.folder(), side.allowOutside());
    }

    private SideView view(Side side, LoadedModel model, CancelToken cancel) {
        Shown shown = images.shown(model, side.image(), Looks.where(request(side)));
        boolean mute = model.tokenizer().begin().isEmpty() && shown.caption().isEmpty();
        return new SideView(
                model.step(),
                shown.resized(),
                maps.get(views.size()),
                model.patches().norms(shown.pixels()),
                model.patches().positions(),
                mute ? "" : EditedLooks.caption(model, shown.pixels(), shown.caption(), cancel),
                shown.caption(),
                logs(side, model, shown, cancel));
    }

    /** How likely each character of the picture's own caption is; none where the model cannot read it. */
    private TensorView logs(Side side, LoadedModel model, Shown shown, CancelToken cancel) {
        TextScores scores = scores(side, model, shown, cancel);
        String own = shown.caption();
        int length = scores.ids().size() == own.codePointCount(0, own.length())
                ? scores.ids().size()
                : 0;
        float[] logs = new float[length];
        for (int i = 0; i < length; i++) {
            logs[i] = (float) -scores.surprise(i);
        }
        return new TensorView(logs, length);
    }

    private TextScores scores(Side side, LoadedModel model, Shown shown, CancelToken cancel) {
        if (shown.caption().isEmpty()) {
            return TextScores.NONE;
        }
        SampleRequest request = new SampleRequest(
                side.model(),
                SampleSettings.of(Map.of("image", side.image())),
                look.folder(),
                side.allowOutside(),
                false);
        try {
            return Scoring.of(model, request, shown.caption(), shown.pixels(), cancel);
        } catch (UserFacingException e) {
            return TextScores.NONE; // a character it does not know, or longer than it has room for
        }
    }

    @Override
    public void close() {
        models.forEach(LoadedModel::close);
        models.clear();
    }
}
