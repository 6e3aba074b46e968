package dev.reelstore.cli;

import dev.reelstore.cli.report.JobTable;
import dev.reelstore.cli.report.JobView;
import dev.reelstore.cli.report.Json;
import dev.reelstore.cli.report.Terminal;
import dev.reelstore.cli.report.Words;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobCursor;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobPage;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.job.Sweep;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that changes one job, named by an id, a path or a hash, or all that are of a kind. */
abstract class ChangeCommand implements Callable<Integer> {

    private static final int AT_ONCE = 200;

    private final Verb verb;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "ID|PATH|HASH",
            description = "A job's id, or a file or its SHA-256 for the last job of that content.")
    private @Nullable String subject;

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Option(names = "--all", description = "Every job that it can be done to, instead of one or of a kind.")
    private boolean all;

    @Option(names = "--dry-run", description = "Show which jobs it would be done to, and do nothing.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask. Needed for more than one job where nobody can answer.")
    private boolean yes;

    @Option(names = "--json", description = "Print what was done as one JSON object; the jobs of a dry run one by one.")
    private boolean json;

    @Mixin
    private StoreOptions store = new StoreOptions();

    /**
     * How messages say it.
     *
     * @param plain as in "cancel 2 jobs"
     * @param done as in "2 jobs cancelled"
     * @param among jobs in which it can be done
     */
    record Verb(String plain, String done, Set<JobStatus> among) {}

    /**
     * What became of one job.
     *
     * @param changed whether something changed
     * @param sentence what to tell
     */
    record Outcome(boolean changed, String sentence) {}

    ChangeCommand(Verb verb) {
        this.verb = verb;
    }

    /**
     * Does it to one job.
     *
     * @throws CommandException when it cannot be done
     */
    abstract Outcome one(JobStore jobs, Job job);

    /**
     * What it would do to one job; does nothing.
     *
     * @throws CommandException when it could not be done
     */
    Outcome would(JobStore jobs, Job job) {
        if (!verb.among.contains(job.status())) {
            throw cannot(job);
        }
        return new Outcome(true, "would " + verb.plain + " " + name(job) + ", " + job.status());
    }

    /** Does it to a page of jobs. */
    abstract Sweep page(JobStore jobs, JobQuery query);

    @Override
    public final Integer call() {
        StoreAddress address = store.address();
        JobFilter chosen = filter.chosen();
        Subject meant = subject == null ? null : Subject.of(subject);
        JobFilter narrowed = check(chosen);
        try (Resources resources = Resources.ofThisProcess()) {
            Persistence open =
                    resources.open(() -> OpenStore.forReading(address)).persistence();
            int status = meant != null ? one(open, meant) : many(open, narrowed);
            spec.commandLine().getOut().flush();
            return status;
        }
    }

    /** Refuses what is not clear before anything is begun. */
    private JobFilter check(JobFilter chosen) {
        int ways = (subject != null ? 1 : 0) + (filter.given() ? 1 : 0) + (all ? 1 : 0);
        if (ways != 1) {
            throw store.refusal((ways == 0
                            ? "which job? Name it by ID, PATH or HASH"
                            : "choose one way: name one job by ID, PATH or HASH")
                    + ", or those of a kind by --status, --type, --queue, --target and --older-than, or --all");
        }
        JobFilter narrowed = chosen.within(verb.among);
        if (narrowed == null) {
            throw store.refusal(
                    "--status names none that it can be done to; it must be one of " + Words.statuses(verb.among));
        }
        if (subject == null && !dryRun && !yes && !Terminal.typed()) {
            throw store.refusal("nobody is there to be asked: --yes does it, and --dry-run shows to which jobs");
        }
        return narrowed;
    }

    private int one(Persistence open, Subject meant) {
        Job job = meant.job(open).orElseThrow(meant::noJob);
        if (dryRun) {
            Outcome outcome = would(open.jobs(), job);
            print(
                    Json.object()
                            .put("command", verb.plain)
                            .put("dryRun", true)
                            .put("jobId", job.id().toString())
                            .put("status", job.status().name()),
                    outcome.sentence);
            return ExitStatus.OK;
        }
        Outcome outcome = one(open.jobs(), job);
        print(
                Json.object()
                        .put("command", verb.plain)
                        .put("dryRun", false)
                        .put("jobId", job.id().toString())
                        .put("changed", outcome.changed),
                outcome.sentence);
        return ExitStatus.OK;
    }

    private int many(Persistence open, JobFilter narrowed) {
        Instant now = open.now();
        JobFilter aged = filter.asOf(narrowed, now);
        // What is created from now on is nothing that anybody asked about.
        JobFilter known = aged.createdBefore() == null ? aged.createdBefore(now) : aged;
        JobQuery query = JobQuery.oldestFirst(known).limit(AT_ONCE);
        if (dryRun) {
            list(open.jobs(), query, now);
            return ExitStatus.OK;
        }
        long jobs = open.jobs().count(known);
        if (jobs > 0 && !yes && !agreed(jobs)) {
            throw new CommandException("nothing was done");
        }
        return sweep(open.jobs(), query);
    }

    private void list(JobStore jobs, JobQuery query, Instant now) {
        PrintWriter out = spec.commandLine().getOut();
        long found = 0;
        JobCursor place = null;
        do {
            JobPage page = jobs.list(query.after(place));
            if (json) {
                page.jobs().forEach(job -> out.println(Json.line(JobView.inList(job, now))));
            } else if (!page.jobs().isEmpty()) {
                JobTable.lines(page.jobs(), Terminal.output().columns()).forEach(out::println);
            }
            found += page.jobs().size();
            place = page.next();
        } while (place != null);
        out.flush();
        spec.commandLine().getErr().println("Would " + verb.plain + " " + Words.count(found, "job") + ".");
    }

    private boolean agreed(long jobs) {
        PrintWriter err = spec.commandLine().getErr();
        err.print(Character.toUpperCase(verb.plain.charAt(0)) + verb.plain.substring(1) + " " + Words.count(jobs, "job")
                + "? [y/N] ");
        err.flush();
        return Terminal.answer().strip().matches("(?i)y|yes");
    }

    private int sweep(JobStore jobs, JobQuery query) {
        long found = 0;
        long changed = 0;
        JobCursor place = null;
        do {
            Sweep sweep = page(jobs, query.after(place));
            found += sweep.found();
            changed += sweep.changed();
            place = sweep.next();
        } while (place != null);
        print(
                Json.object()
                        .put("command", verb.plain)
                        .put("dryRun", false)
                        .put("found", found)
                        .put("changed", changed),
                changed == found
                        ? Words.count(changed, "job") + " " + verb.done
                        : changed + " of " + Words.count(found, "job") + " " + verb.done + ", the others were left: "
                                + "they changed meanwhile, or another job for their target is in the way");
        return changed == found ? ExitStatus.OK : ExitStatus.SOME_FAILED;
    }

    private void print(Object object, String sentence) {
        spec.commandLine().getOut().println(json ? Json.line(object) : Words.oneLine(sentence));
    }

    /** That it cannot be done to a job as it is. */
    CommandException cannot(Job job) {
        return new CommandException(name(job) + " is " + job.status() + ": only " + Words.statuses(verb.among)
                + " jobs can be " + verb.done);
    }

    /** How messages call a job. */
    static String name(Job job) {
        return "job " + job.id() + " (" + job.type() + " of " + JobTable.subject(job) + ")";
    }
}
