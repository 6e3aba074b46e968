package dev.reelstore.cli.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ErrorTextTest {

    private static ErrorText read(String text) {
        ErrorText errors = new ErrorText();
        text.lines().forEach(errors::accept);
        return errors;
    }

    @Test
    void theLastComplaintThatSaysSomethingIsTheReason() {
        ErrorText errors = read("""
                [in#0 @ 0x5629e990ae00] [error] Error opening input: Invalid argument
                [vost#0:0/libx264 @ 0x5629e990ae00] [enc:libx264 @ 0x5629e990ae01] [error] Frame size is too large
                [warning] deprecated pixel format used
                [error] Error opening output file file:/v/a.mp4.
                [fatal] Error opening output files: Invalid argument
                [error] Conversion failed!
                """);
        assertThat(errors.reason(1)).isEqualTo("Frame size is too large");
        assertThat(errors.mentions("Invalid argument")).isTrue();
        assertThat(errors.mentions("deprecated")).isFalse();
    }

    @Test
    void withoutComplaintsTheSignalIsTheReason() {
        assertThat(read("[info] all is well").reason(139)).isEqualTo("FFmpeg was ended by signal 11");
    }

    @Test
    void whatTheSystemsLoaderSaysIsTheReasonOfAProgramThatCannotStart() {
        String loader =
                "ffmpeg: error while loading shared libraries: libavdevice.so.62: cannot open shared object file";
        assertThat(read(loader).reason(127)).isEqualTo(loader);
    }

    @Test
    void aSilentFailureHasItsStatusAsReason() {
        assertThat(read("").reason(1)).isEqualTo("FFmpeg ended with status 1");
    }
}
