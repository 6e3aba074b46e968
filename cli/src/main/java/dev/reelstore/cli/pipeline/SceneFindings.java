package dev.reelstore.cli.pipeline;

import dev.reelstore.cli.media.Scene;
import dev.reelstore.domain.analysis.ContentSegment;
import dev.reelstore.domain.analysis.Highlight;
import dev.reelstore.domain.analysis.TimeRange;
import dev.reelstore.domain.job.JobId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Scenes in the words of the store. All of it is measured; what a scene is about, nobody here knows.
 *
 * @param segments each scene; its importance is its share of the running time
 * @param highlights the scenes that the hardest cuts open, at most five, in order of time; their score is that of the cut
 */
record SceneFindings(List<ContentSegment> segments, List<Highlight> highlights) {

    private static final int MOST_HIGHLIGHTS = 5;

    static SceneFindings of(JobId job, List<Scene> scenes, Duration whole) {
        List<ContentSegment> segments = new ArrayList<>();
        for (Scene scene : scenes) {
            int order = segments.size();
            double share = (double) scene.span().length().toNanos() / whole.toNanos();
            segments.add(ContentSegment.of(job, range(scene), order, title(order), Math.min(1, share)));
        }
        List<Highlight> highlights = new ArrayList<>();
        for (int order = 0; order < scenes.size(); order++) {
            Scene scene = scenes.get(order);
            if (scene.cutScore() > 0) {
                highlights.add(Highlight.of(job, range(scene), scene.cutScore())
                        .title(title(order))
                        .reason(String.format(
                                Locale.ROOT, "the cut that opens it has a scene score of %.2f", scene.cutScore())));
            }
        }
        List<Highlight> hardest = highlights.stream()
                .sorted(Comparator.comparingDouble(Highlight::score).reversed())
                .limit(MOST_HIGHLIGHTS)
                .sorted(Comparator.comparing(
                        (Highlight highlight) -> highlight.range().start()))
                .toList();
        return new SceneFindings(segments, hardest);
    }

    private static String title(int order) {
        return "scene " + (order + 1);
    }

    private static TimeRange range(Scene scene) {
        return new TimeRange(scene.span().start(), scene.span().end());
    }
}
