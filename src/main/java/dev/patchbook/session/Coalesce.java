package dev.patchbook.session;

import dev.patchbook.session.SessionCommand.LookAt;
import dev.patchbook.session.SessionCommand.TokensHappened;
import dev.patchbook.session.SessionCommand.TrainHappened;
import java.util.ArrayList;
import java.util.List;

/** Puts neighbouring events of one run together, so that a thousand steps are one change of state, and of a drag the last. */
final class Coalesce {
    private Coalesce() {}

    static List<SessionCommand> neighbours(List<SessionCommand> commands) {
        List<SessionCommand> out = new ArrayList<>();
        int i = 0;
        while (i < commands.size()) {
            int end = i + 1;
            while (end < commands.size() && together(commands.get(i), commands.get(end))) {
                end++;
            }
            out.add(merged(commands.subList(i, end)));
            i = end;
        }
        return out;
    }

    private static boolean together(SessionCommand a, SessionCommand b) {
        if (a instanceof TrainHappened first && b instanceof TrainHappened second) {
            return first.run().equals(second.run());
        }
        if (a instanceof LookAt first && b instanceof LookAt second) {
            return first.train().equals(second.train()); // of a drag only where it is now counts
        }
        return a instanceof TokensHappened first
                && b instanceof TokensHappened second
                && first.run().equals(second.run());
    }

    private static SessionCommand merged(List<SessionCommand> group) {
        SessionCommand first = group.get(0);
        if (group.size() == 1) {
            return first;
        }
        if (first instanceof LookAt) {
            return group.get(group.size() - 1);
        }
        if (first instanceof TrainHappened events) {
            return new TrainHappened(
                    events.run(),
                    group.stream()
                            .flatMap(each -> ((TrainHappened) each).events().stream())
                            .toList());
        }
        return new TokensHappened(
                ((TokensHappened) first).run(),
                group.stream()
                        .flatMap(each -> ((TokensHappened) each).tokens().stream())
                        .toList());
    }
}
