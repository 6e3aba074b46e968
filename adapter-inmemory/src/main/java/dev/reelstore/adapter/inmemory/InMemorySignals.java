package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.Signals;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Calls listeners on the thread whose commit made jobs due or changed them. Safe from any thread. */
final class InMemorySignals implements Signals {

    private final Map<String, List<Ear<String>>> byQueue = new ConcurrentHashMap<>();
    private final List<Ear<JobId>> watching = new CopyOnWriteArrayList<>();
    private final Memory memory;

    InMemorySignals(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Subscription listen(String queue, Runnable wake) {
        memory.checkOpen();
        Check.text("job queue", queue, 100);
        Check.present("wake", wake);
        return Ear.in(byQueue.computeIfAbsent(queue, any -> new CopyOnWriteArrayList<>()), any -> wake.run());
    }

    @Override
    public Subscription watch(JobListener listener) {
        memory.checkOpen();
        return Ear.in(watching, Check.present("listener", listener)::changed);
    }

    boolean heard() {
        return !byQueue.isEmpty();
    }

    void wake(Set<String> queues) {
        for (String queue : queues) {
            byQueue.getOrDefault(queue, List.of()).forEach(ear -> ear.hear(queue));
        }
    }

    boolean watched() {
        return !watching.isEmpty();
    }

    void changed(Set<JobId> jobs) {
        for (JobId job : jobs) {
            watching.forEach(ear -> ear.hear(job));
        }
    }
}
