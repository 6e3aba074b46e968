package dev.reelstore.cli.pipeline;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words for a job's error: Java's own messages are often just the path. */
public final class Reason {

    private Reason() {}

    /** The reason alone, without the path. */
    public static String of(IOException failure) {
        if (failure instanceof NotAFileException odd) {
            return odd.directory() ? "it is a directory that cannot be read" : "it is not an ordinary file";
        }
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileSystemException said && said.getReason() != null) {
            return said.getReason();
        }
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
