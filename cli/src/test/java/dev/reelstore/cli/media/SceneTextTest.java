package dev.reelstore.cli.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SceneTextTest {

    private final SceneText text = new SceneText(Duration.ofSeconds(10));

    @Test
    void withoutACutTheVideoIsOneScene() {
        assertThat(text.finish()).containsExactly(scene(0, 10_000, 0));
    }

    @Test
    void scenesReachFromCutToCut() {
        cut(2_000, "0.400000");
        cut(7_040, "1.000000");
        assertThat(text.finish())
                .containsExactly(scene(0, 2_000, 0), scene(2_000, 7_040, 0.4), scene(7_040, 10_000, 1));
    }

    @Test
    void aFlashIsOneCutWithTheHighestScore() {
        cut(2_000, "0.400000");
        cut(2_100, "0.900000");
        cut(2_499, "0.500000");
        cut(2_500, "0.350000");
        assertThat(text.finish())
                .containsExactly(scene(0, 2_000, 0), scene(2_000, 2_500, 0.9), scene(2_500, 10_000, 0.35));
    }

    @Test
    void cutsAtTheEdgesAndBeyondCutNothing() {
        cut(400, "0.9");
        cut(9_600, "0.9");
        cut(12_000, "0.9");
        cut(-200, "0.9");
        assertThat(text.finish()).containsExactly(scene(0, 10_000, 0));
    }

    @Test
    void aScoreNeedsItsPicture() {
        text.accept("[Parsed_metadata_4 @ 0x1f] [info] lavfi.scene_score=0.9");
        text.accept("[Parsed_metadata_4 @ 0x1f] [info] frame:5    pts:NOPTS   pts_time:NOPTS");
        text.accept("[Parsed_metadata_4 @ 0x1f] [info] lavfi.scene_score=0.9");
        assertThat(text.finish()).hasSize(1);
    }

    @Test
    void ofTooManyTheWeakestDoNotCount() {
        SceneText many = new SceneText(Duration.ofDays(2));
        IntStream.rangeClosed(1, 10_001).forEach(i -> cut(many, i * 10_000L, i == 7 ? "0.310000" : "0.500000"));
        List<Scene> scenes = many.finish();
        assertThat(scenes).hasSize(10_001);
        assertThat(scenes.get(6).span()).isEqualTo(span(60_000, 80_000));
    }

    private void cut(long millis, String score) {
        cut(text, millis, score);
    }

    private static void cut(SceneText text, long millis, String score) {
        text.accept("[Parsed_metadata_4 @ 0x33797c00] [info] frame:50   pts:" + millis * 1_000 + " pts_time:" + millis);
        text.accept("[Parsed_metadata_4 @ 0x33797c00] [info] lavfi.scene_score=" + score);
    }

    private static Scene scene(long start, long end, double score) {
        return new Scene(span(start, end), score);
    }

    private static Span span(long start, long end) {
        return new Span(Duration.ofMillis(start), Duration.ofMillis(end));
    }
}
