package dev.reelstore.cli.media;

import java.io.IOException;
import java.nio.file.Path;

/** Says in plain words why FFmpeg could not read a file as a video. */
final class ProbeFailure {

    private ProbeFailure() {}

    static String reason(Path file, InputText input, ErrorText errors, int status) throws IOException {
        if (errors.mentions("moov atom not found") && CutShort.beginsAsMp4(file)) {
            return "the file is cut short or damaged: its index (the moov atom) is missing";
        }
        if (errors.mentions("Format not on whitelist")) {
            return "it is not a video: its content is of another format";
        }
        if (errors.mentions("matches no streams")) {
            return input.first("Audio").isPresent() ? "it has no picture, only sound" : "it has no picture";
        }
        if (errors.mentions("Invalid data found when processing input")
                && input.containers().isEmpty()) {
            return "it is not a video that FFmpeg can read";
        }
        return "FFmpeg cannot read it: " + errors.reason(status);
    }
}
