package dev.reelstore.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TerminalTest {

    @Test
    void aFileOrPipeIsNone() {
        assertThat(Terminal.parse("", "xterm")).isEqualTo(Terminal.NONE);
        assertThat(Terminal.parse("sh: oops\n", "xterm")).isEqualTo(Terminal.NONE);
    }

    @Test
    void aTerminalHasItsWidthOrTheUsualOne() {
        assertThat(Terminal.parse("terminal\n24 132\n", "xterm")).isEqualTo(new Terminal(true, 132, true));
        assertThat(Terminal.parse("terminal\n0 0\n", "xterm").columns()).isEqualTo(80);
        assertThat(Terminal.parse("terminal\n", "xterm").columns()).isEqualTo(80);
        assertThat(Terminal.parse("terminal\n5 3\n", "xterm").columns()).isEqualTo(20);
    }

    @Test
    void aDumbTerminalTakesLinesOnly() {
        assertThat(Terminal.parse("terminal\n24 80\n", "dumb").redrawable()).isFalse();
        assertThat(Terminal.parse("terminal\n24 80\n", null).redrawable()).isFalse();
    }
}
