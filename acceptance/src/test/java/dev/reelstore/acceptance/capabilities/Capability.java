package dev.reelstore.acceptance.capabilities;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A row of docs/capabilities.md.
 *
 * @param number as in S0-01
 * @param what what somebody may ask for
 * @param api what serves it
 * @param proof the tests that prove it, or the page that carries it
 */
record Capability(String number, String what, String api, String proof) {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (S\\d-\\d\\d) \\| ([^|]*) \\| ([^|]*) \\|([^|]*)\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern PAGE = Pattern.compile("]\\(([^)#]+)(?:#([^)]+))?\\)");
    private static final Pattern MEMBER = Pattern.compile("`([A-Z]\\w+)(?:[.](\\w+))?`");

    static List<Capability> all(Path document) throws IOException {
        return ROW.matcher(Files.readString(document))
                .results()
                .map(row -> new Capability(
                        row.group(1),
                        row.group(2).strip(),
                        row.group(3).strip(),
                        row.group(4).strip()))
                .toList();
    }

    /** The tests that prove it. */
    List<NamedTest> tests() {
        return results(TEST, proof)
                .map(test -> new NamedTest(test.group(1), test.group(2)))
                .toList();
    }

    /** The pages that carry it, where it is advice. */
    List<Page> pages() {
        return results(PAGE, proof)
                .map(page -> new Page(page.group(1), page.group(2) == null ? "" : page.group(2)))
                .toList();
    }

    /** The types, and members of types, that serve it. */
    List<Member> members() {
        return results(MEMBER, api)
                .map(member -> new Member(member.group(1), member.group(2) == null ? "" : member.group(2)))
                .toList();
    }

    private static Stream<MatchResult> results(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    /** A test by the simple name of its class and its method. */
    record NamedTest(String type, String method) {
        @Override
        public String toString() {
            return type + "#" + method;
        }
    }

    /** A page, relative to docs, and the heading in it; an empty heading for the whole page. */
    record Page(String file, String heading) {}

    /** A type and a member of it; an empty member for the whole type. */
    record Member(String type, String name) {}
}
