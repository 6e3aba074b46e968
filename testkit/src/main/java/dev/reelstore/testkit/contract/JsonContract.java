package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Completion;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.unit.FinishedJob;
import dev.reelstore.domain.unit.JobOutput;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.testkit.Contract;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** JSON documents: the same are taken, given back to the letter and refused, wherever one can be put (G9). */
public interface JsonContract extends Contract {

    @Test
    default void aDocumentIsGivenBackToTheLetterFromWhereverItWasPut(Persistence store) {
        assertThat(GoodJson.all()).allSatisfy(good -> {
            JsonDocument json = new JsonDocument(good.text());
            Job made = store.jobs().create(Given.job().parameters(good.text()));
            Claim claim = Given.claim(store, WorkerId.next());
            store.claims().checkpoint(claim, "render", json);
            store.analysis().putLayout(Layout.of(made.id(), "full").regions(json));
            store.claims().complete(claim, json);

            Job job = store.jobs().get(made.id());
            assertThat(List.of(made.parameters(), claim.job().parameters(), job.parameters()))
                    .containsOnly(json);
            assertThat(job.result()).isEqualTo(json);
            assertThat(store.jobs().stages(job.id()).get(0).checkpoint()).isEqualTo(json);
            assertThat(store.analysis().findLayout(job.id()))
                    .hasValueSatisfying(layout -> assertThat(layout.regions()).isEqualTo(json));
        });
    }

    @Test
    default void manyDocumentsInOneCallStayApart(Persistence store) {
        List<NewJob> asked =
                GoodJson.all().map(good -> Given.job().parameters(good.text())).toList();
        store.jobs().createAll(asked);
        List<Completion> done = store
                .claims()
                .claim(Given.request(WorkerId.next()).limit(asked.size()))
                .stream()
                .map(claim -> new Completion(claim, claim.job().parameters()))
                .toList();
        store.claims().completeAll(done);

        assertThat(asked).allSatisfy(asking -> {
            Job job = store.jobs().get(asking.id());
            assertThat(job.parameters()).isEqualTo(asking.parameters());
            assertThat(job.result()).isEqualTo(asking.parameters());
        });
    }

    @Test
    default void theResultsOfManyJobsStayApartWhateverElseTheyBring(Persistence store) {
        List<NewJob> asked =
                GoodJson.all().map(good -> Given.job().parameters(good.text())).toList();
        store.jobs().createAll(asked);
        List<FinishedJob> done = store
                .claims()
                .claim(Given.request(WorkerId.next()).limit(asked.size()))
                .stream()
                .map(claim -> new FinishedJob(
                        claim,
                        JobOutput.NONE
                                .result(claim.job().parameters())
                                .measure(NewMetric.of(claim.jobId(), "render", Duration.ZERO))))
                .toList();
        store.unitOfWork().completeAll(done);

        assertThat(asked)
                .allSatisfy(asking ->
                        assertThat(store.jobs().get(asking.id()).result()).isEqualTo(asking.parameters()));
    }

    @Test
    default void aDocumentTakesThePlaceOfAnother(Persistence store) {
        Claim claim = Given.claimed(store);
        assertThat(List.of("{\"a\":1}", "{\"a\": 1}", "{\"a\":1.0}", "{\"\\u0061\":1}"))
                .allSatisfy(text -> {
                    JsonDocument json = new JsonDocument(text);
                    store.claims().checkpoint(claim, "render", json);
                    store.analysis().putLayout(Layout.of(claim.jobId(), "full").regions(json));

                    assertThat(store.jobs().stages(claim.jobId()).get(0).checkpoint())
                            .isEqualTo(json);
                    assertThat(store.analysis().findLayout(claim.jobId()))
                            .hasValueSatisfying(
                                    layout -> assertThat(layout.regions()).isEqualTo(json));
                });
    }

    @Test
    default void whatIsNoDocumentIsRefusedWithItsPlaceAndNothingIsWritten(Persistence store) {
        Claim claim = Given.claimed(store);

        assertThat(BadJson.all()).allSatisfy(bad -> {
            refused(
                    "JSON of job parameters",
                    bad,
                    () -> store.jobs().create(Given.job().parameters(bad.text())));
            refused(
                    "JSON document",
                    bad,
                    () -> store.claims().checkpoint(claim, "render", new JsonDocument(bad.text())));
            refused(
                    "JSON document",
                    bad,
                    () -> store.analysis()
                            .putLayout(Layout.of(claim.jobId(), "full").regions(new JsonDocument(bad.text()))));
            refused("JSON document", bad, () -> store.claims().complete(claim, new JsonDocument(bad.text())));
        });
        untouched(claim, store);
    }

    @Test
    default void aRefusalInTheMiddleOfAUnitUndoesTheUnit(Persistence store) {
        Claim claim = Given.claimed(store);

        refused(
                "JSON document",
                BadJson.aKeyTwice(),
                () -> store.unitOfWork().run(stores -> {
                    stores.jobs().create(Given.job());
                    stores.claims().checkpoint(claim, "render", JsonDocument.EMPTY);
                    stores.analysis().putLayout(Layout.of(claim.jobId(), "full"));
                    stores.claims()
                            .complete(
                                    claim, new JsonDocument(BadJson.aKeyTwice().text()));
                }));
        untouched(claim, store);
    }

    @Test
    default void theDocumentNullIsNotTheLackOfOne(Persistence store) {
        JsonDocument nothing = new JsonDocument("null");
        Claim with = Given.claimed(store);
        store.claims().complete(with, nothing);
        Claim without = Given.claimed(store);
        store.claims().complete(without, null);

        assertThat(store.jobs().get(with.jobId()).result()).isEqualTo(nothing);
        assertThat(store.jobs().get(without.jobId()).result()).isNull();
    }

    @Test
    default void parametersThatAreLeftOutAreAnEmptyObject(Persistence store) {
        Claim claim = Given.claimed(store);

        assertThat(claim.job().parameters()).isEqualTo(JsonDocument.EMPTY);
        assertThat(store.jobs().get(claim.jobId()).parameters().text()).isEqualTo("{}");
    }

    @Test
    @SuppressWarnings("NullAway")
    default void noDocumentAtAllIsRefusedWhereOneIsNeeded(Persistence store) {
        Claim claim = Given.claimed(store);

        missing("job parameters", () -> store.jobs().create(Given.job().parameters((JsonDocument) null)));
        missing("checkpoint", () -> store.claims().checkpoint(claim, "render", null));
        missing(
                "layout regions",
                () -> store.analysis()
                        .putLayout(Layout.of(claim.jobId(), "full").regions(null)));
        untouched(claim, store);
    }

    private static void refused(String field, BadJson bad, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidDataException.class,
                        invalid -> assertThat(invalid.repeat()).isEqualTo(Repeat.USELESS))
                .hasMessageStartingWith(field + " has ")
                .hasMessageContaining(bad.complaint());
    }

    private static void missing(String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(InvalidDataException.class).hasMessage(field + " is missing");
    }

    /** The job of this claim is the only one, and as it was when it was claimed. */
    private static void untouched(Claim claim, Stores store) {
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
        assertThat(store.jobs().get(claim.jobId())).isEqualTo(claim.job());
        assertThat(store.jobs().stages(claim.jobId())).isEmpty();
        assertThat(store.analysis().findLayout(claim.jobId())).isEmpty();
    }
}
