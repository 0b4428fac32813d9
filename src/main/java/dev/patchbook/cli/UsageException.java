package dev.patchbook.cli;

import dev.patchbook.base.UserFacingException;

/** A command line that asks for something impossible: exit code 2. */
final class UsageException extends UserFacingException {
    private static final long serialVersionUID = 1;

    UsageException(String message, String remedy) {
        super(message, remedy);
    }
}
