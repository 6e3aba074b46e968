package dev.reelstore.domain.analysis;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A part of the medium that is about one thing.
 *
 * @param id its identity
 * @param job in whose medium
 * @param range when
 * @param topic what it is about, 1 to 1,000 characters
 * @param score how important it is, 0 to 1
 * @param keywords at most 100, each once, of 1 to 200 characters without a line feed
 * @param order its place among the segments of the job, 0 or more
 */
public record ContentSegment(
        FindingId id, JobId job, TimeRange range, String topic, double score, List<String> keywords, int order)
        implements Finding.Scored {

    /** The most keywords of one segment. */
    public static final int MAX_KEYWORDS = 100;

    /** @throws InvalidDataException when a value breaks its rule */
    public ContentSegment {
        Check.present("finding id", id);
        Check.present("job id", job);
        Check.present("range", range);
        topic = Check.text("topic", topic, 1_000);
        score = Check.range("importance score", score, 0.0, 1.0);
        keywords = checked(keywords);
        Check.range("segment order", order, 0, Integer.MAX_VALUE);
    }

    /** A new segment without keywords. */
    public static ContentSegment of(JobId job, TimeRange range, int order, String topic, double score) {
        return new ContentSegment(FindingId.next(), job, range, topic, score, List.of(), order);
    }

    /** The same with this identity. */
    public ContentSegment id(FindingId value) {
        return new ContentSegment(value, job, range, topic, score, keywords, order);
    }

    /** The same with these keywords. */
    public ContentSegment keywords(List<String> values) {
        return new ContentSegment(id, job, range, topic, score, values, order);
    }

    @Override
    public FindingKind<ContentSegment> kind() {
        return FindingKind.CONTENT;
    }

    /** The rule of keywords, for look-ups too. */
    static String checkKeyword(String keyword) {
        String given = Check.text("keyword", keyword, 200);
        if (given.indexOf('\n') >= 0) {
            throw new InvalidDataException("keyword '" + given + "' holds a line feed: it must be one line", null);
        }
        return given;
    }

    private static List<String> checked(List<String> keywords) {
        Check.range("number of keywords", Check.present("keywords", keywords).size(), 0, MAX_KEYWORDS);
        Set<String> seen = new HashSet<>();
        for (String keyword : keywords) {
            if (!seen.add(checkKeyword(keyword))) {
                throw new InvalidDataException("keyword '" + keyword + "' is there twice: name each once", null);
            }
        }
        return List.copyOf(keywords);
    }
}
