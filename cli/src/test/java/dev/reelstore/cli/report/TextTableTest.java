package dev.reelstore.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextTableTest {

    @Test
    void columnsLineUpAndNumbersStandToTheRight() {
        TextTable table = TextTable.of("NAME", ">SIZE", "NOTE").row("a", 5, "x").row("longer", 1000, "");

        assertThat(table.lines(0)).containsExactly("NAME    SIZE  NOTE", "a          5  x", "longer  1000");
    }

    @Test
    void aLineIsCutWhereTheRoomEnds() {
        TextTable table = TextTable.of("NAME", "ERROR").row("a", "a long story");

        assertThat(table.lines(12)).containsExactly("NAME  ERROR", "a     a lon…");
    }

    @Test
    void wideLettersTakeTwoColumns() {
        TextTable table = TextTable.of("NAME", "X").row("日本", 1).row("abcd", 2);

        assertThat(table.lines(0)).containsExactly("NAME  X", "日本  1", "abcd  2");
    }

    @Test
    void aNameCannotSteerTheTerminal() {
        TextTable table = TextTable.of("NAME").row("a\u001b[2J\nb\u202ec");

        assertThat(table.lines(0)).containsExactly("NAME", "a\uFFFD[2J\uFFFDb\uFFFDc");
    }
}
