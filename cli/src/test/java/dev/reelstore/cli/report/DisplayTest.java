package dev.reelstore.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DisplayTest {

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);

    @Test
    void plainLinesNameEachStepOnceAndNoPercentage() {
        try (Display display = new PlainDisplay(out)) {
            display.update(1, "a.mp4", 1, "probe");
            display.update(1, "a.mp4", 2, "720p");
            display.update(1, "a.mp4", 50, "720p");
            display.overall(0, 2);
            display.say("a.mp4: COMPLETED");
        }

        assertThat(text).hasToString("a.mp4: probe\na.mp4: 720p\na.mp4: COMPLETED\n");
    }

    @Test
    void barsShowEachThingUnderWayAndTheWhole() {
        try (Display display = new BarDisplay(out, 60)) {
            display.overall(1, 4);
            display.update(1, "a.mp4", 42, "720p");
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(Screen.after(text.toString()))
                            .containsPattern("all files +25% \\[=+>? +] 1/4")
                            .containsPattern("a\\.mp4 +42% \\[=+>? +] .*720p"));
        }
    }

    @Test
    void linesThatStayAreAboveTheBarsWhichVanishInTheEnd() {
        try (Display display = new BarDisplay(out, 60)) {
            display.overall(0, 1);
            display.say("first");
            display.update(1, "a.mp4", 42, "720p");
            display.say("second");
            display.remove(1);
        }

        assertThat(Screen.after(text.toString())).isEqualTo("first\nsecond\n");
    }

    @Test
    void barsUseNoColours() {
        try (Display display = new BarDisplay(out, 60)) {
            display.update(1, "a.mp4", 42, "720p");
            display.remove(1);
        }

        assertThat(text.toString()).isNotEmpty().doesNotContainPattern("\u001b\\[[0-9;]*m");
    }
}
