package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MappingTest {

    private static final Pattern STATEMENT = Pattern.compile("<(?:select|insert|update|delete) id=\"(\\w+)\"");
    private static final Pattern DESCRIBED =
            Pattern.compile("<!-- Caller: [^>]*-->\\s*<(?:select|insert|update|delete) id=\"(\\w+)\"");

    static List<Class<?>> mappers() {
        return Mapping.MAPPERS;
    }

    @Test
    void everyStatementCanBeBuilt() {
        Configuration configuration = Mapping.configuration();

        assertThat(configuration.getMappedStatements()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void everyMethodHasItsStatementAndEveryStatementItsMethod(Class<?> mapper) {
        assertThat(names(STATEMENT, source(mapper)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(mapper.getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void everyStatementSaysWhoCallsItAndWhatItLocksAndReads(Class<?> mapper) {
        String source = source(mapper);

        assertThat(names(DESCRIBED, source)).containsExactlyElementsOf(names(STATEMENT, source));
        assertThat(source.split("<!-- Caller: ", -1))
                .hasSize(names(STATEMENT, source).size() + 1);
        assertThat(Arrays.stream(source.split("<!-- Caller: ", -1)).skip(1).map(part -> part.split("-->", 2)[0]))
                .allMatch(comment -> comment.contains("ock") || comment.contains("Waits"))
                .allMatch(comment -> comment.contains("ndex"));
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void noStatementIsPutTogetherFromInputOrAsksForAllColumnsOrLeavesTheSchemaOut(Class<?> mapper) {
        String sql = source(mapper).replaceAll("(?s)<!--.*?-->", "");

        assertThat(sql).doesNotContain("${").doesNotContainIgnoringCase("select *");
        assertThat(sql).doesNotContainPattern("(?i)(FROM|JOIN|INTO|UPDATE)\\s+(job|video|worker)");
        assertThat(sql).doesNotContainPattern("(?i)\\bnow\\(\\)|clock_timestamp\\(|current_timestamp");
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void everySelectThatChangesRowsSaysSo(Class<?> mapper) {
        Configuration configuration = Mapping.configuration();

        for (String name : names(STATEMENT, source(mapper))) {
            var statement = configuration.getMappedStatement(mapper.getName() + "." + name);
            String[] select = source(mapper).split("<select id=\"" + name + "\"", 2);
            String body = withIncludes(select[select.length - 1].split("</select>", 2)[0]);
            boolean changes = Pattern.compile("\\b(INSERT INTO|DELETE FROM|UPDATE reelstore)\\b")
                    .matcher(body)
                    .find();
            assertThat(statement.isDirtySelect()).as(name).isEqualTo(select.length == 2 && changes);
        }
    }

    /** The text with all that it includes from any mapper. */
    private static String withIncludes(String body) {
        String all = mappers().stream().map(MappingTest::source).collect(Collectors.joining());
        Matcher include =
                Pattern.compile("<include refid=\"(?:[\\w.]+\\.)?(\\w+)\"/>").matcher(body);
        return include.replaceAll(found -> {
            Matcher part = Pattern.compile("(?s)<sql id=\"" + found.group(1) + "\">(.*?)</sql>")
                    .matcher(all);
            return part.find() ? Matcher.quoteReplacement(withIncludes(part.group(1))) : "";
        });
    }

    private static List<String> names(Pattern pattern, String source) {
        return pattern.matcher(source).results().map(match -> match.group(1)).collect(Collectors.toList());
    }

    private static String source(Class<?> mapper) {
        try (InputStream file = mapper.getResourceAsStream(mapper.getSimpleName() + ".xml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
