package dev.reelstore.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClosingTest {

    private final List<String> closed = new ArrayList<>();

    @Test
    void allAreClosedInTheirOrderThoughTwoFail() {
        RuntimeException second = new IllegalStateException("second");
        IOException third = new IOException("third");
        Closing closing = Closing.of(
                () -> closed.add("first"),
                failing("second", second),
                failing("third", third),
                () -> closed.add("fourth"));

        assertThatThrownBy(closing::close).isSameAs(second).hasSuppressedException(third);

        assertThat(closed).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void whatIsClosedTwiceIsClosedOnce() {
        Closing closing = Closing.of(failing("only", new IllegalStateException("stop")));

        assertThatThrownBy(closing::close).hasMessage("stop");
        assertThatCode(closing::close).doesNotThrowAnyException();

        assertThat(closed).containsExactly("only");
    }

    @Test
    void aCheckedExceptionIsTheCauseAndAnErrorComesOutAsItIs() {
        IOException checked = new IOException("no");
        AssertionError error = new AssertionError("no");

        assertThatThrownBy(() -> Closing.all(List.of(failing("a", checked))))
                .isInstanceOf(IllegalStateException.class)
                .hasCause(checked);
        assertThatThrownBy(() -> Closing.all(List.of(failing("a", error)))).isSameAs(error);
        assertThatCode(() -> Closing.all(List.of())).doesNotThrowAnyException();
    }

    private AutoCloseable failing(String name, Throwable failure) {
        return () -> {
            closed.add(name);
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        };
    }
}
