package dev.reelstore.cli.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CueTextTest {

    private final CueText text = new CueText(Duration.ofSeconds(10));

    @Test
    void textsMayHoldWhatLooksLikeABeginning() {
        assertThat(cues("""
                1
                00:00:01,000 --> 00:00:02,000
                7
                00:00:05,000 --> 00:00:06,000
                2

                two

                2
                00:00:03,000 --> 00:00:04,500
                3
                """))
                .containsExactly(cue(1_000, 2_000, "7\n00:00:05,000 --> 00:00:06,000\n2\ntwo"), cue(3_000, 4_500, "3"));
    }

    @Test
    void overlapsStayAndAreInOrderOfTime() {
        assertThat(cues("""
                1
                00:00:03,000 --> 00:00:04,000
                late

                2
                00:00:01,000 --> 00:00:03,500
                early
                """)).containsExactly(cue(1_000, 3_500, "early"), cue(3_000, 4_000, "late"));
    }

    @Test
    void whatHasNoEndLastsUntilTheNextOrTheVideosEnd() {
        assertThat(cues("""
                1
                00:00:01,000 --> 1193:02:48,295
                a

                2
                00:00:01,000 --> 00:00:01,000
                b

                3
                00:00:06,000 --> 00:00:12,000
                c
                """)).containsExactly(cue(1_000, 6_000, "b"), cue(1_000, 6_000, "a"), cue(6_000, 10_000, "c"));
    }

    @Test
    void emptyOnesDrawingsAndThoseBeyondTheVideoAreNone() {
        assertThat(cues("""
                1
                00:00:01,000 --> 00:00:02,000
                \s\\h

                2
                00:00:01,000 --> 00:00:02,000
                m 0 0 l 100 0 100 100

                3
                00:00:10,000 --> 00:00:11,000
                beyond
                """)).isEmpty();
    }

    @Test
    void controlCharactersAndEscapesBecomeBlanks() {
        assertThat(cues("1\n00:00:01,000 --> 00:00:02,000\n a\u001b[31m\\hb\t\r\n\n c\n"))
                .containsExactly(cue(1_000, 2_000, "a [31m b\nc"));
    }

    @Test
    void tooLongATextIsCutAndTooManyAreCounted() {
        text.accept("1");
        text.accept("00:00:01,000 --> 00:00:02,000");
        text.accept("x".repeat(1_000));
        text.accept("y".repeat(3_000));
        for (int i = 2; i <= 10_005; i++) {
            text.accept(String.valueOf(i));
            text.accept("00:00:03,000 --> 00:00:04,000");
            text.accept("z");
        }
        Findings<Cue> found = text.finish(2);
        assertThat(found.items()).hasSize(10_000);
        assertThat(found.items().get(0).text()).isEqualTo("x".repeat(1_000) + "\n" + "y".repeat(999));
        assertThat(found.leftOut()).isEqualTo(7);
    }

    private List<Cue> cues(String srt) {
        srt.lines().forEach(text::accept);
        return text.finish(0).items();
    }

    private static Cue cue(long start, long end, String text) {
        return new Cue(new Span(Duration.ofMillis(start), Duration.ofMillis(end)), text);
    }
}
