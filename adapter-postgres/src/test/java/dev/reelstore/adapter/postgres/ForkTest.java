package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The build's JVMs that test at once, perhaps on one server, must not meet in one database. */
final class ForkTest {

    @Test
    void aForkHasADatabaseOfItsOwnAndSharesItWithItsProcesses() throws IOException, InterruptedException {
        assumeTrue(System.getProperty("surefire.test.class.path") != null, "not run by the build");
        String url = TestStore.settings().url();

        assertThat(System.getenv("REELSTORE_TEST_FORK")).matches("fork[0-9]+");
        assertThat(url).contains("/reelstore_postgres_" + System.getenv("REELSTORE_TEST_FORK"));
        assertThat(ChildProcess.output(ChildProcess.start(Child.class))).containsExactly(url);
    }

    /** The other process of this test. */
    static final class Child {

        public static void main(String[] arguments) {
            System.out.println(TestStore.settings().url());
        }
    }
}
