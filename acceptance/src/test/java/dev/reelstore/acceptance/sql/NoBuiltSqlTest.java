package dev.reelstore.acceptance.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No SQL is put together from input (G14). Each check is tried on violations that were planted for it. */
final class NoBuiltSqlTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Where SQL is no constant, and why nobody's input can get into it. */
    private static final Map<String, String> KNOWN = Map.of(
            "SqlGateway.change", "the user's own SQL, or ours with its identifiers quoted; values are bound",
            "SqlGateway.rows", "likewise",
            "SqlGateway.batch", "likewise",
            "Transaction.execute", "SET with the names of enums and with numbers",
            "Ground.write", "a setting that the server itself has just told",
            "TestDatabase.named", "a name of letters, digits and underscores, held against a pattern");

    /** Of tables whose columns only their user knows. */
    private static final List<String> STARS_OF_USERS =
            List.of("SqlGateway.java: asks for all columns", "SqlText.java: asks for all columns");

    @Test
    void statementsAreConstantsButInFewPlacesThatAreKnown() throws IOException {
        assertThat(BuiltStatements.in(Source.published(ROOT))).containsExactlyInAnyOrderElementsOf(KNOWN.keySet());
    }

    @Test
    void noStatementTakesTextOrAsksForAllColumns() throws IOException {
        List<Source> sources = Source.published(ROOT);

        assertThat(sources).hasSizeGreaterThan(300);
        assertThat(sources.stream().filter(source -> source.text().contains("<mapper ")))
                .hasSizeGreaterThan(8);
        assertThat(sources.stream()
                        .flatMap(source -> StatementTexts.violations(source).stream())
                        .map(violation -> violation.replaceAll("^.*/", "")))
                .containsExactlyInAnyOrderElementsOf(STARS_OF_USERS);
    }

    private static final List<String> WITH_INPUT = List.of(
            "connection.prepareStatement(\"SELECT 1 FROM \" + input)",
            "connection.prepareStatement(String.format(\"SELECT 1 FROM %s\", input))",
            "connection.prepareStatement(new StringBuilder(\"SELECT \").append(input).toString(), 1)",
            "connection.prepareCall(\"{call \" + input + \"}\")",
            "connection.createStatement().execute(input)",
            "connection.createStatement().executeQuery(input.isEmpty() ? \"SELECT 1\" : input)",
            "connection.createStatement().executeUpdate(passed(input))",
            "connection.createStatement().addBatch(\"SET x = \" + input)",
            "new org.postgresql.copy.CopyManager(null).copyIn(\"COPY \" + input + \" FROM STDIN\")",
            "new com.zaxxer.hikari.HikariConfig().setConnectionInitSql(input)",
            "call(connection::prepareStatement, input)",
            "helped(connection, \"SELECT 1\"); helped(connection, input)");

    private static final List<String> CONSTANT = List.of(
            "connection.prepareStatement(\"SELECT \" + (\"1\" + NUMBER))",
            "connection.createStatement().execute(input.isEmpty() ? \"SELECT 1\" : TEXT)",
            "connection.prepareStatement(TEXT).execute()",
            "helped(connection, \"SELECT 1\"); helped(connection, TEXT)");

    @Test
    void eachStatementWithInputInItIsFoundAndNoConstant() throws IOException {
        Stream<Source> all = IntStream.range(0, WITH_INPUT.size() + CONSTANT.size())
                .mapToObj(i -> i < WITH_INPUT.size()
                        ? planted("Bad" + i, WITH_INPUT.get(i))
                        : planted("Good" + i, CONSTANT.get(i - WITH_INPUT.size())));

        assertThat(BuiltStatements.in(all.toList()).stream().map(place -> place.replaceAll("\\..*", "")))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, WITH_INPUT.size())
                        .mapToObj(i -> "Bad" + i)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mapper.xml | <mapper namespace=\"x\"><select>SELECT id FROM job ORDER BY ${column}</select></mapper>",
                "mapper.xml | <mapper namespace=\"x\"><select>SELECT * FROM job</select></mapper>",
                "mapper.xml | <mapper namespace=\"x\"><select>select distinct j.* FROM job j</select></mapper>",
                "mapper.xml | <mapper namespace=\"x\"><select>DELETE FROM job RETURNING *</select></mapper>",
                "view.sql   | CREATE VIEW v AS SELECT id, j.* FROM job j",
                "Own.java   | String all = \"SELECT * FROM job\";",
                "Own.java   | import org.apache.ibatis.annotations.Select;",
                "Own.java   | import org.apache.ibatis.annotations.SelectProvider;",
                "Own.java   | import org.apache.ibatis.jdbc.SqlRunner;"
            })
    void aStatementThatBreaksARuleIsFound(String file, String text) {
        assertThat(StatementTexts.violations(new Source(file, text))).hasSize(1);
    }

    @Test
    void whatOnlyLooksLikeOneIsNone() {
        assertThat(Set.of(
                        new Source(
                                "mapper.xml", "<mapper namespace=\"x\"><!-- ${x} -->SELECT count(*), a * b</mapper>"),
                        new Source("Own.java", "import org.apache.ibatis.annotations.Param;"),
                        new Source("view.sql", "-- SELECT * is refused\nSELECT id FROM job")))
                .allSatisfy(
                        source -> assertThat(StatementTexts.violations(source)).isEmpty());
    }

    private static Source planted(String name, String code) {
        return new Source("planted/src/main/java/" + name + ".java", """
                import java.sql.*;
                class %s {
                    static final int NUMBER = 1;
                    static final String TEXT = "SELECT " + NUMBER;
                    interface Call { Object of(String sql) throws Exception; }
                    Object all(Connection connection, String input) throws Exception {
                        helped(connection, TEXT);
                        %s;
                        return input;
                    }
                    private void helped(Connection connection, String sql) throws Exception {
                        connection.prepareStatement(sql);
                    }
                    String passed(String input) { return input; }
                    Object call(Call call, String input) throws Exception { return call.of(input); }
                }
                """.formatted(name, code));
    }
}
