package dev.reelstore.cli.media;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the text of a video stream says of the picture. */
final class VideoText {

    private static final Pattern SIZE =
            Pattern.compile("(\\d+)x(\\d+)(?: \\[SAR (\\d+):(\\d+) DAR \\d+:\\d+\\])?(?= |$)");
    private static final Pattern OUTER_ASPECT = Pattern.compile("SAR (\\d+):(\\d+) DAR \\d+:\\d+");
    private static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)(k?) fps\\b");
    private static final Pattern BASE_RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)(k?) tbr\\b");
    private static final Pattern NOT_A_COLOR = Pattern.compile(
            "tv|pc|unknown|progressive|(?:top|bottom) (?:first|coded first \\(swapped\\))|\\d+ bpc|unspecified");

    private final StreamText text;
    private final List<String> format;

    VideoText(StreamText text) {
        this.text = text;
        String pixels = text.part(1);
        int open = pixels.indexOf('(');
        this.format = open < 0
                ? List.of(pixels)
                : List.of((pixels.substring(0, open) + ","
                                + pixels.substring(open + 1).replaceAll("\\)$", ""))
                        .split(", *"));
    }

    /** Width and height as stored; empty when FFmpeg could not find them out. */
    Optional<int[]> size() {
        return text.find(SIZE)
                .map(found -> new int[] {Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))})
                .filter(size -> size[0] > 0 && size[1] > 0);
    }

    /** How wide a stored pixel is for its height; 1 when the file does not say. */
    double pixelAspect() {
        Matcher found = text.find(OUTER_ASPECT)
                .or(() -> text.find(SIZE).filter(size -> size.group(3) != null))
                .orElse(null);
        if (found == null) {
            return 1;
        }
        int last = found.groupCount();
        double wide = Double.parseDouble(found.group(last - 1));
        double high = Double.parseDouble(found.group(last));
        return wide > 0 && high > 0 ? wide / high : 1;
    }

    /** Pictures a second, 0 when the text does not say. */
    double fps() {
        return text.find(RATE)
                .or(() -> text.find(BASE_RATE))
                .map(found ->
                        Double.parseDouble(found.group(1)) * (found.group(2).isEmpty() ? 1 : 1000))
                .orElse(0.0);
    }

    @Nullable
    String pixelFormat() {
        return format.get(0).isEmpty() || format.get(0).equals("none") ? null : format.get(0);
    }

    @Nullable
    String colorRange() {
        return format.stream()
                .skip(1)
                .filter(word -> word.matches("tv|pc"))
                .findFirst()
                .orElse(null);
    }

    /** The first of space, primaries and transfer; one name stands for all three when they agree. */
    @Nullable
    String colorSpace() {
        return format.stream()
                .skip(1)
                .filter(word -> !NOT_A_COLOR.matcher(word).matches())
                .flatMap(word -> Arrays.stream(word.split("/")).limit(1))
                .filter(space -> !space.equals("unknown"))
                .findFirst()
                .orElse(null);
    }
}
