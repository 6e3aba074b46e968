package dev.reelstore.cli.media;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A track of subtitles that a file carries.
 *
 * @param stream its number among all streams of the file
 * @param codec such as {@code subrip}
 * @param language as the file names it, such as {@code eng}; null when it does not
 * @param isDefault whether the file names it as the one to be shown
 */
public record SubtitleTrack(
        int stream, String codec, @Nullable String language, boolean isDefault) {

    private static final int LONGEST_LANGUAGE = 20;

    private static final Set<String> TEXTS =
            Set.of("subrip", "srt", "mov_text", "ass", "ssa", "webvtt", "text", "eia_608");

    static SubtitleTrack of(int stream, @Nullable String language, StreamText text) {
        boolean named = language != null && !language.equals("und") && language.length() <= LONGEST_LANGUAGE;
        return new SubtitleTrack(
                stream,
                text.codec(),
                named ? language : null,
                text.parts().stream().anyMatch(part -> part.contains(" (default)")));
    }

    /** Whether its subtitles are written in letters; those of discs and of television are pictures. */
    public boolean text() {
        return TEXTS.contains(codec);
    }

    /** The track to read: the default one if it is of text, else the first that is. */
    public static Optional<SubtitleTrack> toRead(List<SubtitleTrack> tracks) {
        List<SubtitleTrack> texts = tracks.stream().filter(SubtitleTrack::text).toList();
        return texts.stream()
                .filter(SubtitleTrack::isDefault)
                .findFirst()
                .or(() -> texts.stream().findFirst());
    }
}
