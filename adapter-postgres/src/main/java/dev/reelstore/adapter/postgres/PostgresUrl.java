package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * A JDBC URL that keeps our rules. Messages never show it: it might hold what it must not.
 *
 * @param text the URL
 * @param said the parameters in it, and nothing that the driver would add
 */
record PostgresUrl(String text, Properties said) {

    private static final String PREFIX = "jdbc:postgresql:";
    private static final Set<String> CREDENTIALS = Set.of("user", "password", "sslpassword");

    static PostgresUrl parse(@Nullable String url) {
        String text = Check.text("url", url, 4_000);
        if (!text.startsWith(PREFIX)) {
            throw new InvalidDataException("url must begin with " + PREFIX + "//host:port/database", null);
        }
        int query = text.indexOf('?');
        if (text.substring(0, query < 0 ? text.length() : query).contains("@")) {
            throw credentials("a user before an @");
        }
        Properties said = parameters(query < 0 ? "" : text.substring(query + 1));
        Properties read = Driver.parseURL(text, null);
        if (read == null) {
            throw new InvalidDataException(
                    "url cannot be read: it must be like " + PREFIX + "//host:port/database?parameter=value", null);
        }
        if ("simple".equals(read.getProperty(PGProperty.PREFER_QUERY_MODE.getName()))) {
            throw new InvalidDataException("url sets preferQueryMode=simple: leave it out, it is not safe", null);
        }
        return new PostgresUrl(text, said);
    }

    static PostgresUrl of(String host, int port, String database) {
        Check.text("host", host, 255);
        Check.range("port", port, 1, 65_535);
        Check.text("database", database, 63);
        String address = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        if (!address.matches("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.%]+]")) {
            throw new InvalidDataException("host is '" + host + "': it must be a name or an address", null);
        }
        String name = URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
        return parse(PREFIX + "//" + address + ":" + port + "/" + name);
    }

    boolean says(PGProperty property) {
        return said.containsKey(property.getName());
    }

    /** Whether every host is this machine. */
    boolean loopback() {
        return hosts().stream().allMatch(PostgresUrl::isLoopback);
    }

    List<String> hosts() {
        Properties parsed = Driver.parseURL(text, null);
        String hosts = parsed == null ? null : parsed.getProperty(PGProperty.PG_HOST.getName());
        return hosts == null ? List.of("localhost") : Arrays.asList(hosts.split(",", -1));
    }

    private static boolean isLoopback(String host) {
        String plain = host.toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
        return plain.isEmpty()
                || plain.equals("localhost")
                || plain.equals("::1")
                || plain.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static Properties parameters(String query) {
        Properties said = new Properties();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (CREDENTIALS.contains(name.toLowerCase(Locale.ROOT))) {
                throw credentials("the parameter " + name);
            }
            if (!name.isEmpty()) {
                said.setProperty(name, equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return said;
    }

    private static InvalidDataException credentials(String what) {
        return new InvalidDataException(
                "url holds credentials (" + what + "): give them as user and password, so that no log shows them",
                null);
    }

    /** Without the parameters. */
    @Override
    public String toString() {
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query) + "?…";
    }
}
