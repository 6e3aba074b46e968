package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.CreateResult;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one process alone cannot show: creates and claims that race across two real ones. */
final class TwoProcessesTest {

    private static final int THREADS = 4;
    private static final int TARGETS = 40;
    private static final int JOBS = 400;

    @BeforeEach
    void clear() {
        TestStore.clear();
    }

    @Test
    void ofCreatesThatRaceForATargetExactlyOneCreates() throws Exception {
        List<String> lines = bothRun("create");

        Map<String, Long> created = lines.stream()
                .filter(line -> line.startsWith("created "))
                .collect(Collectors.groupingBy(line -> line.split(" ")[1], Collectors.counting()));
        assertThat(created)
                .hasSize(TARGETS)
                .allSatisfy((target, times) -> assertThat(times).isOne());
        assertThat(lines.stream().map(line -> line.substring(line.indexOf(' '))).distinct())
                .as("a target and the one job that all were answered")
                .hasSize(TARGETS);
        assertThat(lines).hasSize(2 * THREADS * TARGETS);
        try (Persistence store = PostgresPersistence.open(TestStore.settings())) {
            assertThat(store.jobs().count(JobFilter.all())).isEqualTo(TARGETS);
        }
    }

    @Test
    void ofClaimsThatRaceForAJobExactlyOneGetsIt() throws Exception {
        try (Persistence store = PostgresPersistence.open(TestStore.settings())) {
            List<NewJob> jobs = new ArrayList<>();
            for (int i = 0; i < JOBS; i++) {
                jobs.add(NewJob.of("encode", new Target("film", "film-" + i)));
            }
            store.jobs().createAll(jobs);

            List<String> claimed = bothRun("claim");

            assertThat(claimed).hasSize(JOBS).doesNotHaveDuplicates();
            assertThat(store.jobs().count(JobFilter.all().status(JobStatus.RUNNING)))
                    .isEqualTo(JOBS);
        }
    }

    /** They begin together: each waits until both are there. */
    private static List<String> bothRun(String what) throws Exception {
        List<Process> processes = List.of(ChildProcess.start(Racer.class, what), ChildProcess.start(Racer.class, what));
        List<String> lines = new ArrayList<>();
        for (Process process : processes) {
            lines.addAll(ChildProcess.output(process));
        }
        return lines;
    }

    /** One of the processes. */
    static final class Racer {

        private static final String GATE = "racers";

        public static void main(String[] arguments) throws Exception {
            try (Persistence store = PostgresPersistence.open(TestStore.settings())) {
                meet(store);
                ExecutorService threads = Executors.newFixedThreadPool(THREADS);
                List<Callable<List<String>>> racers = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    racers.add(() -> arguments[0].equals("create") ? create(store) : claim(store));
                }
                for (Future<List<String>> lines : threads.invokeAll(racers)) {
                    lines.get().forEach(System.out::println);
                }
                threads.shutdown();
            }
        }

        /** A lease for each process, as a list of those who are there; none is a job. */
        private static void meet(Persistence store) throws InterruptedException {
            store.claims()
                    .claim(ClaimRequest.of(WorkerId.next(), GATE, List.of(GATE)).lease(Duration.ofHours(1)));
            while (TestStore.count("reelstore.worker") < 2) {
                Thread.sleep(5);
            }
        }

        private static List<String> create(Persistence store) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < TARGETS; i++) {
                NewJob job = NewJob.of("encode", new Target("film", "film-" + i));
                CreateResult result = store.jobs().createIfAbsent(job, JobStatus.live());
                lines.add((result.created() ? "created film-" : "found film-") + i + " "
                        + result.job().id());
            }
            return lines;
        }

        private static List<String> claim(Persistence store) {
            List<String> lines = new ArrayList<>();
            ClaimRequest request = ClaimRequest.of(WorkerId.next(), "default", List.of("encode"))
                    .limit(3);
            for (List<Claim> claims = store.claims().claim(request);
                    !claims.isEmpty();
                    claims = store.claims().claim(request)) {
                claims.forEach(claim -> lines.add(claim.jobId().toString()));
            }
            return lines;
        }
    }
}
