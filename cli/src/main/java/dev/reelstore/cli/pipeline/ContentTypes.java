package dev.reelstore.cli.pipeline;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The extensions by which video files are known in a directory, and the media type that each stands for. */
final class ContentTypes {

    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("3g2", "video/3gpp2"),
            Map.entry("3gp", "video/3gpp"),
            Map.entry("asf", "video/x-ms-asf"),
            Map.entry("avi", "video/x-msvideo"),
            Map.entry("f4v", "video/mp4"),
            Map.entry("flv", "video/x-flv"),
            Map.entry("m2ts", "video/mp2t"),
            Map.entry("m2v", "video/mpeg"),
            Map.entry("m4v", "video/x-m4v"),
            Map.entry("mkv", "video/x-matroska"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("mpeg", "video/mpeg"),
            Map.entry("mpg", "video/mpeg"),
            Map.entry("mts", "video/mp2t"),
            Map.entry("mxf", "application/mxf"),
            Map.entry("ogm", "video/ogg"),
            Map.entry("ogv", "video/ogg"),
            Map.entry("ts", "video/mp2t"),
            Map.entry("vob", "video/mpeg"),
            Map.entry("webm", "video/webm"),
            Map.entry("wmv", "video/x-ms-wmv"));

    private ContentTypes() {}

    /** The media type that a file's name promises, or null where its extension is not a well-known one. */
    static @Nullable String of(Path file) {
        Path name = file.getFileName();
        String text = name == null ? "" : name.toString();
        return BY_EXTENSION.get(text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** The extensions, in order, without dots. */
    static SortedSet<String> extensions() {
        return new TreeSet<>(BY_EXTENSION.keySet());
    }
}
