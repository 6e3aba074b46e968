package dev.reelstore.cli.media;

/**
 * A step of the ladder: one rendition to make.
 *
 * @param level {@code 2160p} … {@code 144p}, or {@code original} for the source's own size
 * @param width of the picture in square pixels, even
 * @param height of the picture in pixels, even
 */
public record Rung(String level, int width, int height) {

    /** The level of a rendition that keeps the source's size. */
    public static final String ORIGINAL = "original";

    public Rung {
        if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException(
                    "the rendition " + level + " is " + width + "x" + height + ": both must be even and at least 2");
        }
    }
}
