package dev.reelstore.adapter.postgres.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.failure.InvalidDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM reelstore.job",
                "select * from REELSTORE . job",
                "select * from \"reelstore\".\"job\"",
                "select * from reelstore/* there */./* */job",
                "select * from reelstore--\n.job",
                "with a as (select 1) -- a\rdelete from reelstore.job",
                "select 1 -- a\r; commit",
                "select * from db.reelstore.job",
                "select * from db.reelstore.jobs",
                "SELECT reelstore.clock()",
                "select 'it''s' || 'x', reelstore.clock()",
                "select E'it\\'s', reelstore.clock() -- '",
                "select $a$ $b$ $a$, reelstore.clock()",
                "SELECT U&\"reel\\0073tore\".job",
                "TRUNCATE reelstore.jobs",
                "DELETE FROM reelstore.jobs",
                "DELETE FROM ONLY reelstore.jobs",
                "INSERT INTO reelstore.jobs VALUES (1)",
                "UPDATE reelstore.videos SET title = 'a'",
                "WITH a AS (DELETE FROM reelstore.jobs RETURNING *) SELECT * FROM a",
                "DROP VIEW reelstore.jobs",
                "CREATE OR REPLACE VIEW reelstore.jobs AS SELECT 1",
                "DROP SCHEMA reelstore CASCADE",
                "GRANT ALL ON ALL TABLES IN SCHEMA reelstore TO public",
                "ALTER TABLE mine SET SCHEMA reelstore",
                "select 1 as reelstore",
                "COMMIT",
                " /* a */ commit",
                "rollback to savepoint a",
                "(SELECT 1); COMMIT",
                "begin",
                "END",
                "SAVEPOINT a",
                "release a",
                "PREPARE TRANSACTION 'a'",
                "SET search_path = public",
                "SET LOCAL search_path TO mine",
                "SET LOCAL SCHEMA 'mine'",
                "SET SESSION AUTHORIZATION somebody",
                "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE",
                "SET LOCAL",
                "RESET ALL",
                "DISCARD ALL",
                "LISTEN a",
                "DO $$ BEGIN DELETE FROM reelstore.job; END $$",
                "select pg_catalog.set_config('search_path', 'reelstore', false)",
                "SELECT pg_advisory_lock(1)",
                "select pg_catalog . pg_try_advisory_lock_shared(1, 2)",
                "CREATE TEMP TABLE mine (a int)",
                "create local temporary table mine as select 1 as a",
                "CREATE TEMP TABLE mine (a int) ON COMMIT DELETE ROWS",
                "CREATE OR REPLACE TEMP VIEW mine AS SELECT 1",
                "SELECT 1 AS a INTO TEMP mine",
                "DECLARE c CURSOR WITH HOLD FOR SELECT 1",
                "CREATE FUNCTION mine() RETURNS void LANGUAGE sql AS $$ DELETE FROM reelstore.job $$",
                "create or replace procedure mine() language sql as 'delete from \"reelstore\" . \"job\"'",
                "CREATE FUNCTION mine() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN"
                        + " EXECUTE 'DELETE FROM reelstore.job WHERE type = ''a'' '; RETURN NULL; END $f$",
                "CREATE FUNCTION mine() RETURNS void LANGUAGE sql AS 'DELETE FROM reelstore.jobs'",
                "CREATE FUNCTION mine() RETURNS text LANGUAGE sql"
                        + " AS $$ SELECT set_config('search_path', 'reelstore', true) $$"
            })
    void whatGoesPastThePortsOrTheUnitIsRefused(String sql) {
        assertThatThrownBy(() -> SqlGuard.check(sql)).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> SqlGuard.checkOne(sql)).isInstanceOf(InvalidDataException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'reelstore.job'",
                "SELECT E'it\\'s reelstore.job'",
                "SELECT $$reelstore.job; COMMIT$$, $x$ $$ reelstore.job $x$",
                "SELECT 1 -- reelstore.job",
                "SELECT /* reelstore.job /* nested */ reelstore.job */ 1",
                "SELECT \"reelstore.job\" FROM mine",
                "SELECT * FROM myreelstore.job, reelstore2.job, reelstore_job",
                "SELECT * FROM \"Reelstore\".job",
                "SELECT a.reelstore FROM public.reelstore a",
                "SELECT * FROM reelstore.jobs",
                "SELECT h.*, reelstore.jobs.status FROM highlight h JOIN reelstore.jobs ON reelstore.jobs.id = h.job_id",
                "SELECT * FROM mine m, \"reelstore\".\"videos\" v WHERE v.id = m.video",
                "INSERT INTO mine SELECT id FROM reelstore.jobs",
                "UPDATE mine SET a = 1 FROM reelstore.jobs j WHERE j.id = mine.id",
                "DELETE FROM mine USING reelstore.jobs j WHERE j.id = mine.id",
                "CREATE VIEW mine AS SELECT id FROM reelstore.jobs",
                "SET LOCAL enable_sort = off",
                "SELECT commit FROM begin",
                "LOCK TABLE mine",
                "SELECT pg_advisory_xact_lock(1), pg_try_advisory_xact_lock_shared(2)",
                "CREATE TEMP TABLE mine ON COMMIT DROP AS SELECT 1 AS a",
                "CREATE TABLE temp (temp int, temporary text)",
                "INSERT INTO temperature SELECT temp FROM mine",
                "DECLARE c CURSOR FOR SELECT 1",
                "NOTIFY mine, 'a'",
                "SELECT 1;",
                "CREATE FUNCTION mine() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM reelstore.jobs $$",
                "CREATE FUNCTION mine() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN -- not reelstore.job"
                        + "\n RAISE NOTICE ''for reelstore''; NEW.at = now(); RETURN NEW; END'",
                "SELECT a[1:2], b->>'c', $1, 1e5, x'ff', 'unterminated"
            })
    void whatOnlyLooksLikeItIsNot(String sql) {
        assertThat(SqlGuard.check(sql)).isSameAs(sql);
        assertThat(SqlGuard.checkOne(sql)).isSameAs(sql);
    }

    @Test
    void oneStatementIsOne() {
        assertThat(SqlGuard.check("SELECT 1; SELECT 2")).isNotNull();
        assertThatThrownBy(() -> SqlGuard.checkOne("SELECT 1; SELECT 2"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("one by one");
        assertThatThrownBy(() -> SqlGuard.check("  ")).isInstanceOf(InvalidDataException.class);
    }
}
