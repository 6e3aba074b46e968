package dev.reelstore.domain.unit;

import dev.reelstore.domain.job.Settlement;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Writes what jobs have brought, on the stores of a unit. */
final class Outputs {

    private final Stores stores;

    Outputs(Stores stores) {
        this.stores = stores;
    }

    /** A call for each kind of thing, however many jobs there are. */
    List<Settlement> completeAll(List<FinishedJob> jobs) {
        List<Settlement> answers = stores.claims()
                .completeAll(jobs.stream().map(FinishedJob::completion).toList());
        List<JobOutput> outputs = IntStream.range(0, answers.size())
                .filter(i -> answers.get(i) == Settlement.DONE)
                .mapToObj(i -> jobs.get(i).output())
                .toList();
        stores.journal().logAll(each(outputs, JobOutput::entries));
        stores.journal().measureAll(each(outputs, JobOutput::metrics));
        stores.analysis().add(each(outputs, JobOutput::findings));
        return answers;
    }

    private static <T> List<T> each(List<JobOutput> outputs, Function<JobOutput, Collection<T>> part) {
        return outputs.stream().flatMap(output -> part.apply(output).stream()).toList();
    }
}
