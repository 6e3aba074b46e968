package dev.reelstore.cli.report;

import dev.reelstore.domain.quality.MediaFacts;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.Video;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A video and its renditions, for people. */
public final class VideoText {

    private VideoText() {}

    /**
     * The lines to print.
     *
     * @param found what was found in it
     * @param room the columns that a line of a table may take, 0 for any number
     */
    public static List<String> lines(Video video, List<VideoQuality> qualities, Found found, int room) {
        FieldList fields = new FieldList()
                .add("video", video.id())
                .add("status", video.status())
                .add("title", video.title())
                .add("description", video.description())
                .add("duration", video.duration() == null ? null : Words.duration(video.duration()))
                .add("url", video.url())
                .add("thumbnail", video.thumbnailUrl())
                .add("external id", video.externalId())
                .add("sha256", video.sourceHash())
                .add("user", video.userId())
                .add("views", video.views() == 0 ? null : video.views())
                .add("likes", video.likes() == 0 ? null : video.likes())
                .add("created", Words.time(video.createdAt()));
        List<String> lines = new ArrayList<>(fields.lines());
        lines.add("");
        if (qualities.isEmpty()) {
            lines.add("No renditions.");
            lines.addAll(FoundText.lines(found, room));
            return lines;
        }
        TextTable table =
                TextTable.of("LEVEL", "DEFAULT", "STATUS", ">SIZE", "CODEC", ">KBIT/S", ">FPS", ">LENGTH", ">BYTES");
        qualities.forEach(quality -> row(table, quality));
        lines.addAll(table.lines(room));
        lines.add("");
        FieldList urls = new FieldList();
        qualities.forEach(quality -> urls.add(name(quality), quality.url()));
        lines.addAll(urls.lines());
        lines.addAll(FoundText.lines(found, room));
        return lines;
    }

    private static void row(TextTable table, VideoQuality quality) {
        MediaFacts facts = quality.facts();
        table.row(
                name(quality),
                quality.isDefault() ? "default" : "",
                quality.status(),
                facts.width() == null || facts.height() == null ? "" : facts.width() + "x" + facts.height(),
                text(facts.codec()),
                text(facts.bitrateKbps()),
                facts.fps() == null ? "" : String.format(Locale.ROOT, "%.2f", facts.fps()),
                facts.duration() == null ? "" : Words.duration(facts.duration()),
                facts.fileSizeBytes() == null ? "" : Words.bytes(facts.fileSizeBytes()));
    }

    private static String name(VideoQuality quality) {
        return quality.variant().isEmpty() ? quality.level().label() : quality.level() + " " + quality.variant();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
