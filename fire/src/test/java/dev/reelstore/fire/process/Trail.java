package dev.reelstore.fire.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What happened in a database, written down by triggers of its own and not by the code that is tried, and what must be
 * true of it in the end. The library's tables are made before.
 */
final class Trail {

    /** Writes a job's effect: its id and the fence it was made under. Nothing keeps a second one out. */
    static final String EFFECT = "INSERT INTO public.effect (job_id, fence) VALUES (?, ?)";

    private static final String TABLES = """
            DROP TABLE IF EXISTS public.effect, public.claimed, public.ended;
            CREATE TABLE public.effect (job_id uuid NOT NULL, fence bigint NOT NULL);
            CREATE TABLE public.claimed (job_id uuid NOT NULL, before bigint NOT NULL, fence bigint NOT NULL,
                worker uuid, at timestamptz NOT NULL DEFAULT clock_timestamp());
            CREATE TABLE public.ended (job_id uuid NOT NULL, status text NOT NULL, fence bigint NOT NULL);
            CREATE OR REPLACE FUNCTION public.write_claim() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                INSERT INTO public.claimed (job_id, before, fence, worker)
                VALUES (NEW.job_id, OLD.fence, NEW.fence, NEW.worker);
                RETURN NULL;
            END $$;
            CREATE OR REPLACE FUNCTION public.write_end() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                INSERT INTO public.ended (job_id, status, fence) VALUES (NEW.job_id, NEW.status, NEW.fence);
                RETURN NULL;
            END $$;
            CREATE OR REPLACE TRIGGER write_claim AFTER UPDATE OF fence ON reelstore.job_live
                FOR EACH ROW EXECUTE FUNCTION public.write_claim();
            CREATE OR REPLACE TRIGGER write_end AFTER INSERT ON reelstore.job_end
                FOR EACH ROW EXECUTE FUNCTION public.write_end()""";

    private final TestDatabase database;

    /** Only to ask. */
    Trail(TestDatabase database) {
        this.database = database;
    }

    /** A new one for this database, from which all jobs are deleted. */
    static Trail open(TestDatabase database) throws SQLException {
        Trail trail = new Trail(database);
        trail.execute("DELETE FROM reelstore.job; DELETE FROM reelstore.worker");
        trail.begin();
        return trail;
    }

    /** From now on it is written, from the beginning. */
    void begin() throws SQLException {
        execute(TABLES);
    }

    void execute(String statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** Demands what must be true when all is over. */
    void check(Collection<String> acknowledged) throws SQLException {
        assertThat(ask("SELECT id::text FROM reelstore.job"))
                .as("created and acknowledged, so never lost")
                .containsAll(acknowledged);
        checkEnds();
        none("an effect made twice", "SELECT job_id FROM public.effect GROUP BY job_id HAVING count(*) > 1");
        none("a completion without its effect under the same fence", """
                SELECT e.job_id FROM reelstore.job_end e
                LEFT JOIN public.effect f ON f.job_id = e.job_id AND f.fence = e.fence
                WHERE e.status = 'COMPLETED' AND f.job_id IS NULL""");
        none("an effect without the completion under the same fence", """
                SELECT f.job_id FROM public.effect f
                LEFT JOIN reelstore.job_end e ON e.job_id = f.job_id AND f.fence = e.fence AND e.status = 'COMPLETED'
                WHERE e.job_id IS NULL""");
    }

    /** The same of what can be said of any jobs, whatever their effects are. */
    void checkEnds() throws SQLException {
        none("a job that has not ended", "SELECT job_id FROM reelstore.job_live");
        none("a job that was not completed", "SELECT job_id FROM reelstore.job_end WHERE status <> 'COMPLETED'");
        none("a job completed twice", """
                SELECT job_id FROM public.ended WHERE status = 'COMPLETED' GROUP BY job_id HAVING count(*) > 1""");
        none("a claim whose fence is not the next one", "SELECT job_id FROM public.claimed WHERE fence <> before + 1");
        none("a fence given out twice", """
                SELECT job_id FROM public.claimed GROUP BY job_id, fence HAVING count(*) > 1""");
    }

    long live(String queue) throws SQLException {
        return count("SELECT count(*) FROM reelstore.job_live WHERE queue = '" + queue + "'");
    }

    long claims() throws SQLException {
        return count("SELECT count(*) FROM public.claimed");
    }

    long completions() throws SQLException {
        return count("SELECT count(*) FROM public.ended WHERE status = 'COMPLETED'");
    }

    private long count(String query) throws SQLException {
        return Long.parseLong(ask(query).get(0));
    }

    void none(String what, String query) throws SQLException {
        assertThat(ask(query)).as(what).isEmpty();
    }

    /** The first column. */
    List<String> ask(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> answer = new ArrayList<>();
            while (rows.next()) {
                answer.add(rows.getString(1));
            }
            return answer;
        }
    }
}
