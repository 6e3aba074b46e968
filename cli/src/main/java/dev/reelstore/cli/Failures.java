package dev.reelstore.cli;

import dev.reelstore.cli.media.FfmpegMissingException;
import dev.reelstore.cli.media.MediaException;
import dev.reelstore.cli.report.Words;
import dev.reelstore.cli.server.EmbeddedServerException;
import dev.reelstore.domain.failure.StoreException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in a sentence; the stack trace only to who asks for it with {@code --verbose}. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    Failures() {}

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        Resources.holdIfEnding();
        PrintWriter err = command.getErr();
        boolean verbose = command.getParseResult().hasMatchedOption("--verbose");
        err.println("reelstore: " + Words.oneLine(sentence(failure, verbose)));
        if (verbose) {
            failure.printStackTrace(err);
        }
        err.flush();
        return ExitStatus.FAILED;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("reelstore: " + Words.oneLine(String.valueOf(wrong.getMessage())));
        UnmatchedArgumentException.printSuggestions(wrong, err);
        if (!command.getSubcommands().isEmpty()) {
            err.print("Usage: " + command.getHelp().synopsis("Usage: ".length()));
        }
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitStatus.USAGE;
    }

    private static String sentence(Exception failure, boolean verbose) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof CommandException
                || failure instanceof EmbeddedServerException
                || failure instanceof FfmpegMissingException
                || failure instanceof MediaException) {
            return message;
        }
        if (failure instanceof StoreException) {
            return "the database did not do what was asked: " + message;
        }
        return "unexpected: " + failure + (verbose ? "" : "; --verbose shows where, please report it");
    }
}
