package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A password that stands out is searched for in all that is said while stores are opened with it, in vain (G14). */
@Timeout(120)
final class CanaryTest {

    private static final String CANARY = "Kanarienvogel:7731+x";
    private static final String WORD = "Wellensittich-1377";

    /** What only they say. */
    private static final List<String> SIGNS = List.of(
            WORD,
            "password=***",
            "DEBUG com.zaxxer.hikari",
            "INFO org.flywaydb",
            "FATAL:  password authentication failed",
            "ErrorMessage(FATAL: password authentication failed",
            "Caused by: org.postgresql.util.PSQLException");

    private static String said;

    @BeforeAll
    static void listen() throws Exception {
        List<String> lines = ChildProcess.output(ChildProcess.start(FailingWays.class, CANARY, WORD));
        said = String.join("\n", lines);
    }

    @Test
    void nobodySaysThePasswordWhateverFails() {
        for (String form : forms(CANARY)) {
            assertThat(said.lines().filter(line -> line.contains(form)))
                    .as(form)
                    .isEmpty();
        }
    }

    @Test
    void everyWayFailedAsItShould() {
        assertThat(said.lines().filter(line -> line.startsWith("WAY ")).map(line -> line.substring(4)))
                .containsExactly(
                        "settings: done",
                        "good: own",
                        "wrong password: failed",
                        "a replica that is not there: done",
                        "no such user: failed",
                        "no such database: failed",
                        "no rights: failed",
                        "a migration that fails: failed",
                        "refused: failed",
                        "unknown host: failed",
                        "no TLS: failed",
                        "no root certificate: failed",
                        "credentials in the URL: refused before",
                        "credentials in the URL: refused before",
                        "credentials in the URL: refused before",
                        "credentials in the URL: refused before",
                        "credentials in the URL: refused before",
                        "credentials in the URL: refused before",
                        "borrowed: failed");
    }

    /** It was listened to well: our logs, the pool's, the migrations', the driver's and the server's were all there. */
    @Test
    void whoeverTalksWasHeard() {
        for (String sign : SIGNS) {
            assertThat(said.lines().filter(line -> line.contains(sign)).limit(1))
                    .as(sign)
                    .isNotEmpty();
        }
    }

    @Test
    void itWouldBeFoundInAnyForm() {
        assertThat(forms(WORD)).anyMatch(form -> said.contains(form));
        assertThat(forms(CANARY)).hasSize(5).doesNotHaveDuplicates();
    }

    private static List<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                        secret,
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        Base64.getEncoder().withoutPadding().encodeToString(bytes),
                        HexFormat.of().formatHex(bytes),
                        new StringBuilder(secret).reverse().toString())
                .toList();
    }
}
