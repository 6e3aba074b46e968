package dev.reelstore.cli.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SilenceTextTest {

    private final SilenceText text = new SilenceText(Duration.ofSeconds(10));

    @Test
    void whatBeginsBeforeZeroOrEndsAfterTheVideoIsCut() {
        assertThat(silences("start: -0.00133787", "end: 1.5 | silence_duration: 1.50134", "start: 9", "end: 10.25"))
                .containsExactly(span(0, 1500), span(9000, 10_000));
    }

    @Test
    void whatHasNoEndLastsToTheVideosEnd() {
        assertThat(silences("start: 4.04168")).containsExactly(span(4042, 10_000));
    }

    @Test
    void whatLiesBeyondTheVideoOrIsNoNumberIsNone() {
        assertThat(silences("start: 10.5", "end: 12", "start: NOPTS", "end: 3", "start: 5", "end: 4", "end: 6"))
                .isEmpty();
    }

    @Test
    void longFilesHaveTimesInPowersOfTen() {
        SilenceText day = new SilenceText(Duration.ofDays(20));
        day.accept("[silencedetect @ 0x1f] [info] silence_start: 1.23457e+06");
        assertThat(day.finish().items()).containsExactly(new Span(Duration.ofSeconds(1_234_570), Duration.ofDays(20)));
    }

    @Test
    void aTagThatReadsLikeOneIsNone() {
        text.accept("[info]     title           : [silencedetect @ 0x1f] [info] silence_start: 1");
        text.accept("[silencedetect @ 0x1f] [info] silence_start: 1 and so on");
        assertThat(text.finish().items()).isEmpty();
    }

    @Test
    void ofTooManyTheShortestAreLeftOut() {
        SilenceText many = new SilenceText(Duration.ofDays(2));
        IntStream.range(0, 10_003).forEach(i -> {
            many.accept("[silencedetect @ 0x1f] [info] silence_start: " + i * 10);
            many.accept("[silencedetect @ 0x1f] [info] silence_end: " + (i * 10 + (i < 3 ? 1 : 2)) + " | ");
        });
        Findings<Span> found = many.finish();
        assertThat(found.items()).hasSize(10_000).allMatch(span -> span.length().equals(Duration.ofSeconds(2)));
        assertThat(found.leftOut()).isEqualTo(3);
    }

    private List<Span> silences(String... events) {
        for (String event : events) {
            text.accept("[silencedetect @ 0x55d0c1e2f] [info] silence_" + event);
        }
        return text.finish().items();
    }

    private static Span span(long start, long end) {
        return new Span(Duration.ofMillis(start), Duration.ofMillis(end));
    }
}
