package dev.reelstore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class ReelstoreCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            ReelstoreCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void helpIsPrintedOnStandardOutput() {
        assertThat(command.execute("--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: reelstore");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void versionNamesTheCommand() {
        assertThat(command.execute("--version")).isZero();
        assertThat(out.toString()).startsWith("reelstore ");
    }

    @Test
    void anUnknownOptionIsWrongUsage() {
        assertThat(command.execute("--frobnicate")).isEqualTo(2);
        assertThat(err.toString()).contains("--frobnicate");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void noSubcommandIsWrongUsage() {
        assertThat(command.execute()).isEqualTo(2);
        assertThat(err.toString()).contains("Missing a subcommand", "Usage: reelstore");
    }
}
