package dev.reelstore.cli.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds out what a file is: FFmpeg describes it, and copies its packets into a list that is counted here.
 *
 * <p>That reads the whole file, so a missing end is seen; it decodes only the beginning.
 */
final class Probing {

    /** How much shorter than promised the packets of a whole file may be. */
    private static final double SHORTFALL_SECONDS = 0.3;

    private static final double SHORTFALL_RATIO = 0.05;

    /** The containers that promise exactly what their packets last; others round, or guess from their last packet. */
    private static final List<String> EXACT = List.of("mov", "flv", "avi");

    private final FfmpegSession session;

    Probing(FfmpegSession session) {
        this.session = session;
    }

    /** @throws MediaException when the file is no whole, readable video */
    MediaProbe of(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new MediaException("the file does not exist");
        }
        if (!Files.isRegularFile(file)) {
            throw new MediaException("it is not a regular file");
        }
        if (!Files.isReadable(file)) {
            throw new MediaException("the file may not be read: check its permissions");
        }
        if (Files.size(file) == 0) {
            throw new MediaException("the file is empty");
        }
        if (CutShort.is(file)) {
            throw new MediaException("the file is cut short: its end is missing");
        }
        return measure(file, String.valueOf(file.getFileName()));
    }

    /**
     * As {@link #of}, but leaves opening the file to FFmpeg.
     *
     * @param name a file name whose ending tells which of a family of containers it is
     */
    MediaProbe measure(Path file, String name) throws IOException {
        InputText input = new InputText();
        ErrorText errors = new ErrorText();
        Packets packets = new Packets();
        int status = list(file, input, errors, packets);
        if (status != 0 || input.mapped(0).isEmpty()) {
            throw new MediaException(ProbeFailure.reason(file, input, errors, status));
        }
        if (errors.mentions("partial file") || errors.mentions("File ended prematurely")) {
            throw new MediaException("the file is cut short: its end is missing");
        }
        refuseShortfall(input, packets);
        return new ProbeFacts(input, packets).of(Files.size(file), name);
    }

    private int list(Path file, InputText input, ErrorText errors, Packets packets) throws IOException {
        try (FileArgument argument = FileArgument.of(file)) {
            List<String> arguments =
                    new ArrayList<>(List.of("-hide_banner", "-nostdin", "-nostats", "-loglevel", "repeat+level+info"));
            arguments.addAll(InputOptions.of(argument));
            arguments.addAll(List.of("-map", "0:V:0", "-map", "0:a?", "-map", "0:s?", "-c", "copy", "-copyinkf"));
            arguments.addAll(List.of("-f", "framecrc", "pipe:1"));
            return session.run(arguments, packets::accept, line -> {
                input.accept(line);
                errors.accept(line);
            });
        }
    }

    private static void refuseShortfall(InputText input, Packets packets) {
        if (input.duration().isEmpty() || input.containers().stream().noneMatch(EXACT::contains)) {
            return;
        }
        Duration promised = input.duration().get();
        double seconds = promised.toMillis() / 1000.0;
        if (seconds - packets.end() > Math.max(SHORTFALL_SECONDS, seconds * SHORTFALL_RATIO)) {
            throw new MediaException(String.format(
                    Locale.ROOT,
                    "the file is cut short: it promises %.1f s, but holds %.1f s",
                    seconds,
                    packets.end()));
        }
    }
}
