package dev.reelstore.domain.analysis;

import java.util.List;

/**
 * A kind of finding; there are only those named here.
 *
 * @param <F> what it finds
 */
public final class FindingKind<F extends Finding> {

    /** What is said. */
    public static final FindingKind<TranscriptSegment> TRANSCRIPT =
            new FindingKind<>("TRANSCRIPT", TranscriptSegment.class);

    /** Where nothing is heard. */
    public static final FindingKind<SilenceRegion> SILENCE = new FindingKind<>("SILENCE", SilenceRegion.class);

    /** What it is about. */
    public static final FindingKind<ContentSegment> CONTENT = new FindingKind<>("CONTENT", ContentSegment.class);

    /** What is worth showing. */
    public static final FindingKind<Highlight> HIGHLIGHT = new FindingKind<>("HIGHLIGHT", Highlight.class);

    /** What is cut out of it. */
    public static final FindingKind<Clip> CLIP = new FindingKind<>("CLIP", Clip.class);

    private static final List<FindingKind<?>> ALL = List.of(TRANSCRIPT, SILENCE, CONTENT, HIGHLIGHT, CLIP);

    private final String name;
    private final Class<F> type;

    private FindingKind(String name, Class<F> type) {
        this.name = name;
        this.type = type;
    }

    /** All kinds. */
    public static List<FindingKind<?>> all() {
        return ALL;
    }

    /** Its name, in capitals. */
    public String name() {
        return name;
    }

    /** The class of its findings. */
    public Class<F> type() {
        return type;
    }

    /** Whether its findings have a score. */
    public boolean scored() {
        return Finding.Scored.class.isAssignableFrom(type);
    }

    @Override
    public String toString() {
        return name;
    }
}
