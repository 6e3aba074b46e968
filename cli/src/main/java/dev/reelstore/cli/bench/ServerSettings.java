package dev.reelstore.cli.bench;

import dev.reelstore.adapter.postgres.tables.SqlGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server has been told about commits.
 *
 * @param version of PostgreSQL
 * @param synchronousCommit as the setting of this name, for this role and database
 * @param fsync as the setting of this name
 * @param standbys whether commits wait for standbys, too
 */
public record ServerSettings(String version, String synchronousCommit, String fsync, boolean standbys) {

    private static final String OFF = "off";
    private static final Set<String> HERE_ONLY = Set.of(OFF, "local");

    static ServerSettings of(SqlGateway tables) {
        Map<String, @Nullable Object> row = tables.execute("SELECT current_setting('server_version') AS version,"
                        + " current_setting('synchronous_commit') AS synchronous_commit,"
                        + " current_setting('fsync') AS fsync,"
                        + " current_setting('synchronous_standby_names') AS standbys")
                .get(0);
        String synchronousCommit = text(row, "synchronous_commit");
        boolean standbys = !text(row, "standbys").isEmpty() && !HERE_ONLY.contains(synchronousCommit);
        return new ServerSettings(text(row, "version"), synchronousCommit, text(row, "fsync"), standbys);
    }

    /** Why figures of this server promise less than those of others. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (synchronousCommit.equals(OFF)) {
            warnings.add("synchronous_commit is off: a crash of the server loses jobs that were acknowledged last,"
                    + " so these figures promise less");
        }
        if (fsync.equals(OFF)) {
            warnings.add("fsync is off: a crash of the server's machine may lose or ruin everything,"
                    + " so these figures promise less");
        }
        return warnings;
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return String.valueOf(row.get(column));
    }
}
