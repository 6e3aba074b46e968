package dev.reelstore.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.job.JobStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryFilesTest {

    @TempDir
    private Path folder;

    private final Tape tape = Tape.created();

    @Test
    void everyEventIsReadAsItWasWritten() {
        tape.claimed(Tape.ANN, 1, 1)
                .then(tape.heartbeat(Tape.ANN, 1), tape.holdsUntil(20))
                .then(tape.settle(Call.Way.FAIL, Tape.ANN, 1), new Answer.Became(null))
                .then(new Call.Sweep(Call.Kind.DELETE), new Answer.Count(3, 0))
                .then(new Call.Retire(Tape.ANN), new Answer.Undone())
                .then(tape.read(), Tape.stands(null, 0))
                .then(tape.read(), Tape.stands(JobStatus.QUEUED, 3))
                .then(
                        new Call.Create(tape.held(Tape.ANN, 1).job(), "a queue, \n ~ 'é", "", 1, false),
                        Tape.done(false));

        List<Event> events = new ArrayList<>();
        for (Operation operation : tape.history().operations()) {
            events.add(new Event.Invoked("p", events.size(), "thread 1", operation.invoked(), operation.call()));
            events.add(new Event.Returned("p", events.size(), operation.returned(), operation.answer()));
        }
        assertThat(events)
                .allSatisfy(event -> assertThat(Tokens.read(Event.class, Tokens.write(Event.class, (Record) event)))
                        .isEqualTo(event));
    }

    @Test
    void aLineThatIsNoEventIsRefusedAndShown() {
        assertThatThrownBy(() -> Tokens.read(Event.class, "Returned 'p 1 2 Changed maybe more"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Changed maybe more");
    }

    @Test
    void filesOfSeveralProcessesAreOneHistory() throws IOException {
        Path one = write("one", tape.create(), Tape.done(true));
        Path other = write("other", tape.cancel(), Tape.done(true));

        assertThat(History.read(List.of(other, one)).operations())
                .extracting(Operation::process)
                .containsExactly("one", "other");
    }

    @Test
    void ofAProcessThatWasKilledTheLastOutcomeIsUnknown() throws IOException {
        Path file = write("one", tape.create(), Tape.done(true));
        try (HistoryRecorder recorder = HistoryRecorder.writingTo(folder.resolve("two"), "two")) {
            recorder.invoked(System.nanoTime(), tape.cancel());
        }
        String torn = Files.readString(file).substring(0, Files.readString(file).length() - 5);
        Files.writeString(file, torn);

        History history = History.read(List.of(file, folder.resolve("two")));

        assertThat(history.operations()).hasSize(2).allMatch(operation -> operation.answer() == null);
    }

    @Test
    void twoProcessesOfOneNameAreRefused() throws IOException {
        Path one = write("one", tape.create(), Tape.done(true));
        Path same = Files.copy(one, folder.resolve("copy"));

        assertThatThrownBy(() -> History.read(List.of(one, same)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two processes are named 'one'");
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws IOException {
        write("one", tape.create(), Tape.done(true));

        assertThatThrownBy(() -> HistoryRecorder.writingTo(folder.resolve("one"), "one"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void processesOfOneMachineHaveOneClock() throws Exception {
        long before = System.nanoTime();
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TellTime.class.getName())
                .redirectErrorStream(true)
                .start();
        String told = new String(child.getInputStream().readAllBytes()).strip();
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        long after = System.nanoTime();

        assertThat(Long.parseLong(told) - before).isBetween(0L, after - before);
    }

    private Path write(String process, Call call, Answer answer) throws IOException {
        Path file = folder.resolve(process);
        try (HistoryRecorder recorder = HistoryRecorder.writingTo(file, process)) {
            long number = recorder.invoked(System.nanoTime(), call);
            recorder.returned(number, System.nanoTime(), answer);
        }
        return file;
    }

    /** A process that says what its clock shows. */
    static final class TellTime {

        private TellTime() {}

        public static void main(String[] arguments) {
            System.out.println(System.nanoTime());
        }
    }
}
