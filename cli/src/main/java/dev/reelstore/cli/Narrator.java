package dev.reelstore.cli;

import dev.reelstore.cli.pipeline.Admission;
import dev.reelstore.cli.pipeline.JobParameters;
import dev.reelstore.cli.pipeline.PipelineObserver;
import dev.reelstore.cli.report.Display;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Puts into words how a command's files fare. Safe from any thread. */
final class Narrator implements PipelineObserver {

    private final Display display;
    private final JobParameters asked;
    private final int files;
    private final Map<JobId, String> names = new ConcurrentHashMap<>();
    private final Map<JobId, Integer> filesOfJob = new ConcurrentHashMap<>();
    private final Set<JobId> ended = new HashSet<>();
    private final Set<JobId> doneBefore = new HashSet<>();

    /**
     * @param asked what the command would give to new jobs
     * @param files how many there are in all
     */
    Narrator(Display display, JobParameters asked, int files) {
        this.display = display;
        this.asked = asked;
        this.files = files;
    }

    @Override
    public synchronized void admitted(Admission admission) {
        Job job = admission.job();
        String file = admission.file().given().toString();
        String first = names.putIfAbsent(job.id(), file);
        filesOfJob.merge(job.id(), 1, Integer::sum);
        if (first != null) {
            display.say(file + ": the same content as " + first + ", one job for both");
        } else {
            switch (admission.kind()) {
                case CREATED -> display.say(file + ": job " + job.id());
                case RETRIED ->
                    display.say(file + ": failed before (" + job.error() + "); trying again, attempt "
                            + (job.attempt() + 1) + " of job " + job.id());
                case JOINED -> display.say(file + ": its job " + job.id() + " is " + job.status() + " already");
                case DONE -> {
                    doneBefore.add(job.id());
                    display.say(file + ": completed before, nothing to do");
                }
            }
        }
        JobParameters kept = JobParameters.of(job.parameters());
        if (!kept.equals(asked)) {
            display.say(file + ": its job keeps what it was made with, --out " + kept.out() + " --max-level "
                    + kept.maxLevel());
        }
        overall();
    }

    @Override
    public void progress(JobId job, double percent, String doing) {
        String name = names.get(job);
        if (name != null) {
            display.update(job, name, percent, doing);
        }
    }

    @Override
    public void heldElsewhere(Job job, Duration leaseLeft, boolean silent) {
        long seconds = leaseLeft.toSeconds() + 1;
        display.say(name(job)
                + (silent
                        ? ": the worker that holds job " + job.id() + " gives no sign of life; its lease ends in "
                        : ": another worker holds job " + job.id() + "; if that worker is dead, its lease ends in ")
                + seconds + " s, and the job is taken up then");
    }

    @Override
    public void willRetry(Job job) {
        display.remove(job.id());
        display.say(name(job) + ": attempt " + job.attempt() + " failed (" + job.error() + "); it is tried again");
    }

    @Override
    public synchronized void finished(Job job) {
        display.remove(job.id());
        ended.add(job.id());
        if (!doneBefore.contains(job.id())) {
            String error = job.status() == JobStatus.FAILED ? ": " + job.error() : "";
            display.say(name(job) + ": " + job.status() + error);
        }
        overall();
    }

    @Override
    public synchronized void deleted(Job job) {
        display.remove(job.id());
        ended.add(job.id());
        display.say(name(job) + ": job " + job.id() + " was deleted by someone; process the file again to begin anew");
        overall();
    }

    @Override
    public void storeAway(String message) {
        display.say("the database does not answer (" + message + "); asking again");
    }

    private String name(Job job) {
        return names.getOrDefault(job.id(), job.id().toString());
    }

    private void overall() {
        display.overall(
                ended.stream().mapToInt(job -> filesOfJob.getOrDefault(job, 0)).sum(), files);
    }
}
