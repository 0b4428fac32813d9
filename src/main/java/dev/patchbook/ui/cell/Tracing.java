package dev.patchbook.ui.cell;

import dev.patchbook.config.ViewSettings;
import dev.patchbook.engine.Generation;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.TokenTrace;
import dev.patchbook.engine.TraceLook;
import dev.patchbook.engine.TraceLook.Way;
import dev.patchbook.session.TextLine;
import dev.patchbook.ui.fx.Shown;
import dev.patchbook.ui.notebook.CellCommands;
import dev.patchbook.ui.notebook.CellViewModel;
import dev.patchbook.ui.view.TraceView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The patches behind the token of a caption that is chosen, or else the last one shown. Asked for when a person first chooses a
 * token or goes through the caption, for all of its line at once; from then on the map follows.
 */
final class Tracing {
    private static final int KEPT = 12;

    private final Sampling sampling;
    private final TraceView view;
    private final Inquiry<TokenTrace> inquiry;
    private final Map<Asked, TokenTrace> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, TokenTrace> eldest) {
            return size() > KEPT;
        }
    };
    private Optional<Way> way = Optional.empty();
    private Optional<Asked> asked = Optional.empty();
    private @Nullable Generation of;
    private int selected = -1;
    private boolean on;

    /** A line, and how it is told which patches its tokens rest on. */
    private record Asked(List<Integer> line, Optional<Way> way) {}

    Tracing(Sampling sampling, TraceView view, CellViewModel cell, CellCommands commands) {
        this.sampling = sampling;
        this.view = view;
        this.inquiry = new Inquiry<>(() -> look(cell, commands), commands, view.waiting(), this::answer);
        view.waiting().onAsked(this::ask, inquiry::cancel);
        view.onWay(other -> {
            way = Optional.of(other);
            view.mark(other);
            follow(selected);
        });
    }

    /** What the caption was written with and for, whatever the cell's settings say by now. */
    private Optional<LookRequest> look(CellViewModel cell, CellCommands commands) {
        return commands.sampling(cell.id(), sampling.caption().settings(), false)
                .map(request -> new LookRequest(
                        request.model(),
                        new ViewSettings(
                                request.settings().image(),
                                "characters",
                                0,
                                0,
                                request.settings().step()),
                        request.folder(),
                        request.allowOutside()));
    }

    /** Follows what is shown of the caption; the token chosen, or -1. */
    void follow(int token) {
        selected = token;
        if (!sampling.known()) {
            return;
        }
        if (of != sampling.caption()) {
            of = sampling.caption();
            forget();
        }
        TextLine line = sampling.line();
        int place = token >= 0 ? token : sampling.place() - 1;
        on |= token >= 0 || sampling.place() < line.length();
        Shown.when(view, true);
        if (!on || place < 0) {
            view.blank(sampling.caption().resized(), "Choose a character to see which patches it rests on.");
            return;
        }
        Asked wanted = new Asked(line.ids(), way);
        TokenTrace trace = known.get(wanted);
        if (trace == null) {
            view.blank(sampling.caption().resized(), "");
            if (!asked.equals(Optional.of(wanted))) {
                ask();
            }
        } else if (place < trace.tokens().size()) {
            inquiry.release();
            asked = Optional.empty();
            view.show(trace, place, line.probability(place));
        } else {
            view.blank(sampling.caption().resized(), "The model has no room to read so far.");
        }
    }

    private void ask() {
        TextLine line = sampling.line();
        asked = Optional.of(new Asked(line.ids(), way));
        inquiry.ask((inside, look) ->
                inside.trace(new TraceLook(look, line.settings().prompt(), line.ids(), way)));
    }

    private void answer(TokenTrace trace) {
        asked.ifPresent(question -> {
            known.put(question, trace);
            known.put(new Asked(question.line(), Optional.of(trace.way())), trace);
            if (way.isEmpty()) {
                way = Optional.of(trace.way());
            }
        });
        asked = Optional.empty();
        follow(selected);
    }

    /** While another caption is written. */
    void away() {
        of = null;
        forget();
        Shown.when(view, false);
    }

    private void forget() {
        inquiry.release();
        view.waiting().done();
        known.clear();
        asked = Optional.empty();
    }

    void release() {
        inquiry.release();
    }
}
