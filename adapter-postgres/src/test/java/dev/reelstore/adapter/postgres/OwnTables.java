package dev.reelstore.adapter.postgres;

import dev.reelstore.adapter.postgres.tables.SqlGateway;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Tables of a user's own in the test database, emptied before each test, and a store that joins them. */
abstract class OwnTables {

    static final PostgresPersistence STORE = BorrowingContractTest.borrowing();
    static final SqlGateway TABLES = STORE.tables();

    static {
        TestStore.execute("DROP TABLE IF EXISTS public.highlight, public.video_job, public.\"x\"\"; DROP TABLE y\"");
        TestStore.execute("CREATE TABLE public.video_job (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                + " src_hash text NOT NULL UNIQUE, status text NOT NULL DEFAULT 'queued' CHECK (status <> 'impossible'),"
                + " input_path text, tries int, created_at timestamptz NOT NULL DEFAULT clock_timestamp())");
        TestStore.execute("CREATE TABLE public.highlight (job_id bigint NOT NULL REFERENCES public.video_job (id),"
                + " start_time numeric NOT NULL, score float8)");
    }

    @BeforeEach
    final void clear() {
        TestStore.clear();
        TestStore.execute("TRUNCATE public.highlight, public.video_job");
    }

    static long insert(String hash) {
        return (long) TABLES.insert("video_job", Map.of("src_hash", hash)).get("id");
    }
}
