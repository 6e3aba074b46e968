package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Completion;
import dev.reelstore.domain.job.Handover;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.unit.FinishedJob;
import dev.reelstore.domain.unit.JobOutput;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How often the client waits for the server, begin and commit included. Counted on the wire; the least of several times, as
 * statements are prepared at first, and the bell may ring in between.
 */
final class RoundTripsTest {

    private static final int TIMES = 15;

    private final ClaimRequest request = ClaimRequest.of(WorkerId.next(), "default", List.of("encode"));
    private RoundTrips way;
    private PostgresPersistence store;
    private int films;

    @BeforeEach
    void open() throws IOException {
        TestStore.clear();
        way = new RoundTrips();
        store = PostgresPersistence.open(way.settings());
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        way.close();
        TestStore.clear();
    }

    @Test
    void aCreateAClaimACompletionAndALookAreOneEach() {
        assertThat(tripsOfALife()).containsExactly(1, 1, 1, 1);
    }

    /** The begin with what is said in each transaction, the statement, what is known of the commit by, and the commit. */
    @Test
    void behindAPoolerTheyAreAsManyAsTheirTransactionTakes() {
        store.close();
        store = PostgresPersistence.open(way.settings().pooler(TransactionPooler.alone()));

        assertThat(tripsOfALife()).containsExactly(4, 3, 4, 4);
    }

    @Test
    void aCreateThatHandsItsJobOverIsOne() {
        List<Claim> handed = new ArrayList<>();
        int trips = Integer.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            store.claims().heartbeat(HeartbeatRequest.of(request.worker(), request.lease(), List.of()));
            store.handover().leave(request, new Taking(handed));
            trips = Math.min(trips, way.of(() -> store.jobs().create(job())));
        }

        assertThat(handed).hasSize(TIMES);
        assertThat(trips).isEqualTo(1);
    }

    private record Taking(List<Claim> handed) implements Handover.Taker {

        @Override
        public void take(List<Claim> claims) {
            handed.addAll(claims);
        }

        @Override
        public void doubt() {
            throw new AssertionError("nothing was lost");
        }
    }

    private int[] tripsOfALife() {
        int[] trips = new int[4];
        Arrays.fill(trips, Integer.MAX_VALUE);
        for (int i = 0; i < TIMES; i++) {
            NewJob job = job();
            Claim[] claim = new Claim[1];
            trips[0] = Math.min(trips[0], way.of(() -> store.jobs().create(job)));
            trips[1] = Math.min(trips[1], way.of(() -> store.jobs().find(job.id())));
            trips[2] = Math.min(
                    trips[2],
                    way.of(() -> claim[0] = store.claims().claim(request).get(0)));
            trips[3] = Math.min(trips[3], way.of(() -> store.claims().complete(claim[0], null)));
        }
        return trips;
    }

    @Test
    void manyCompletionsAreOne() {
        int trips = Integer.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            store.jobs().createAll(List.of(job(), job(), job()));
            List<Completion> completions = store.claims().claim(request.limit(3)).stream()
                    .map(claim -> new Completion(claim, null))
                    .toList();
            trips = Math.min(trips, way.of(() -> store.claims().completeAll(completions)));
        }

        assertThat(trips).isEqualTo(1);
    }

    @Test
    void manyCompletionsWithTheirJournalAreOne() {
        int trips = Integer.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            store.jobs().createAll(List.of(job(), job(), job()));
            List<FinishedJob> jobs = store.claims().claim(request.limit(3)).stream()
                    .map(RoundTripsTest::measured)
                    .toList();
            trips = Math.min(trips, way.of(() -> store.unitOfWork().completeAll(jobs)));
        }

        assertThat(trips).isEqualTo(1);
    }

    private static FinishedJob measured(Claim claim) {
        return new FinishedJob(
                claim,
                JobOutput.NONE
                        .log(NewLogEntry.of(claim.jobId(), "render", LogStatus.COMPLETED))
                        .measure(NewMetric.of(claim.jobId(), "render", Duration.ZERO)));
    }

    @Test
    void aUnitThatRecordsNineRenditionsAndTheDefaultAndCompletesIsFour() {
        int trips = Integer.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            VideoId video = store.videos().create(NewVideo.draft()).id();
            store.jobs().create(job());
            Claim claim = store.claims().claim(request).get(0);
            List<NewQuality> renditions = Arrays.stream(QualityLevel.values())
                    .map(level -> NewQuality.of(video, level, "file:///" + level.label()))
                    .toList();
            trips = Math.min(
                    trips,
                    way.of(() -> store.unitOfWork().run(stores -> {
                        List<VideoQuality> put = stores.qualities().putAll(renditions);
                        stores.qualities().setDefault(video, put.get(0).id());
                        stores.claims().complete(claim, null);
                    })));
        }

        assertThat(trips).isEqualTo(4);
    }

    private NewJob job() {
        films++;
        return NewJob.of("encode", new Target("film", "film-" + films));
    }
}
