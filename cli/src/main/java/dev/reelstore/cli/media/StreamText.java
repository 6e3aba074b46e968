package dev.reelstore.cli.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What FFmpeg writes of one stream, such as {@code h264 (High), yuv420p(tv, bt709), 720x576 [SAR 16:15 DAR 4:3], 25 fps},
 * in the parts between its outer commas.
 *
 * @param kind {@code Video}, {@code Audio} or another
 */
record StreamText(String kind, List<String> parts) {

    static StreamText of(String kind, String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (c == ',' && depth <= 0) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return new StreamText(kind, List.copyOf(parts));
    }

    /** The codec's short name. */
    String codec() {
        return parts.get(0).split("[ (]", 2)[0];
    }

    /** The part at this place, empty when there are fewer. */
    String part(int index) {
        return index < parts.size() ? parts.get(index) : "";
    }

    /** The first part that begins so. */
    Optional<Matcher> find(Pattern pattern) {
        return parts.stream().map(pattern::matcher).filter(Matcher::lookingAt).findFirst();
    }
}
