package dev.reelstore.testkit.database;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The server that whoever runs the tests names. */
final class GivenServer {

    private GivenServer() {}

    static @Nullable TestDatabase find() {
        String url = said("url");
        if (url == null) {
            return null;
        }
        String user = said("user");
        String password = said("password");
        return new TestDatabase(url, user == null ? "postgres" : user, password == null ? "" : password);
    }

    /** What whoever runs the tests says of this; null where nothing. */
    static @Nullable String said(String what) {
        String property = System.getProperty("reelstore.test." + what);
        String value = property == null ? System.getenv("REELSTORE_TEST_" + what.toUpperCase(Locale.ROOT)) : property;
        return value == null || value.isBlank() ? null : value;
    }
}
