package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.testkit.contract.GoodJson;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Documents are kept as {@code json}, and each can be cast to {@code jsonb} all the same: one that could not would fail
 * every statement that comes by it.
 */
final class JsonbTest {

    private static PostgresPersistence store;

    @BeforeAll
    static void open() {
        TestStore.clear();
        store = PostgresPersistence.open(TestStore.settings());
    }

    @AfterAll
    static void close() {
        store.close();
        TestStore.clear();
    }

    @Test
    void everyDocumentCanBeCastInTheServerFromWhereverItWasPut() {
        assertThat(GoodJson.all()).allSatisfy(good -> {
            JobId id = everywhere(new JsonDocument(good.text()));
            assertThat(TestStore.count("reelstore.jobs j"
                            + " JOIN reelstore.job_stage s ON s.job_id = j.id"
                            + " JOIN reelstore.layout l ON l.job_id = j.id"
                            + " WHERE j.id = '" + id + "' AND j.parameters::jsonb = j.result::jsonb"
                            + " AND j.result::jsonb = s.checkpoint::jsonb AND s.checkpoint::jsonb = l.regions::jsonb"))
                    .isEqualTo(1);
        });
    }

    @Test
    void aDocumentFullOfGreatNumbersCanBeWrittenOutByTheServer() {
        String number = "1e" + (JsonDocument.MAX_DIGITS - 1);
        int many = (JsonDocument.MAX_LENGTH - 2) / (number.length() + 1);
        JobId id = everywhere(new JsonDocument("[" + (number + ",").repeat(many - 1) + number + "]"));

        assertThat(TestStore.count("reelstore.jobs j WHERE j.id = '" + id + "' AND length(j.parameters::jsonb::text) > "
                        + many * JsonDocument.MAX_DIGITS))
                .isEqualTo(1);
    }

    @Test
    void jobsAreFoundByWhatIsInTheirDocuments() {
        JobId id = everywhere(new JsonDocument("{\"video\": {\"height\": 720}, \"tags\": [\"a\", \"b\"]}"));

        assertThat(TestStore.count("reelstore.jobs j WHERE j.parameters::jsonb @> '{\"tags\": [\"b\"]}'"
                        + " AND j.result::jsonb #>> '{video,height}' = '720' AND j.id = '" + id + "'"))
                .isEqualTo(1);
    }

    private static JobId everywhere(JsonDocument json) {
        store.jobs().create(NewJob.of("encode", new Target("film", "one")).parameters(json));
        Claim claim = store.claims()
                .claim(ClaimRequest.of(WorkerId.next(), NewJob.DEFAULT_QUEUE, List.of("encode")))
                .get(0);
        store.claims().checkpoint(claim, "render", json);
        store.analysis().putLayout(Layout.of(claim.jobId(), "full").regions(json));
        store.claims().complete(claim, json);
        return claim.jobId();
    }
}
