package dev.reelstore.cli;

/** The command cannot go on; the message says in a sentence why and what to do. It ends with {@link ExitStatus#FAILED}. */
final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message);
    }

    CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
