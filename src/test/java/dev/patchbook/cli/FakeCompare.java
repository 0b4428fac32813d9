package dev.patchbook.cli;

import dev.patchbook.base.Picture;
import dev.patchbook.base.TensorView;
import dev.patchbook.engine.Inside;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.PairView;
import dev.patchbook.engine.SideView;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;

/** Compares two made-up sides, and looks at nothing else. */
final class FakeCompare {
    private FakeCompare() {}

    /** Looks of a fake engine. */
    static Inside inside(List<Object> asked, Function<PairView, Job<PairView>> done) {
        Class<?>[] port = {Inside.class};
        return (Inside) Proxy.newProxyInstance(Inside.class.getClassLoader(), port, (self, method, look) -> {
            asked.add(look[0]);
            return done.apply(new PairView(side(10), side(20)));
        });
    }

    private static SideView side(long step) {
        return new SideView(
                step,
                new Picture(1, 1, new int[1]),
                new TensorView(new float[4], 1, 1, 2, 2),
                new TensorView(new float[1], 1, 1),
                new TensorView(new float[4], 2, 2),
                "a",
                "",
                new TensorView(new float[0], 0));
    }
}
