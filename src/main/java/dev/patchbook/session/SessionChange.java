package dev.patchbook.session;

import java.util.List;

/**
 * What one drain of a session's inbox changed.
 *
 * @param before the state before
 * @param after the state after
 * @param commands what was done, in order; neighbouring events of one run are put together
 */
public record SessionChange(SessionState before, SessionState after, List<SessionCommand> commands) {}
