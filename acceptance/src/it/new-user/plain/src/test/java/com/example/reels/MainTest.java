package com.example.reels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.testkit.database.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class MainTest {

    @Test
    void theProgramRunsOnPostgres() {
        TestDatabase database = TestDatabase.get().named("new_user_plain");
        PrintStream console = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            Main.main(new String[] {database.url(), database.user(), database.password()});
        } finally {
            System.setOut(console);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("encoded: true");
    }
}
