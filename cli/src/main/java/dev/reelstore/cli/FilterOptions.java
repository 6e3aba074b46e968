package dev.reelstore.cli;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Target;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which jobs a command is about. */
final class FilterOptions {

    private static final Pattern AGE = Pattern.compile("(\\d{1,9})(s|m|h|d)");

    @Spec(picocli.CommandLine.Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--status",
            split = ",",
            paramLabel = "STATUS",
            description = "Only jobs in one of these: queued, running, completed, failed, cancelled.")
    private List<String> statuses = List.of();

    @Option(names = "--type", paramLabel = "TYPE", description = "Only jobs of this type, such as video_process.")
    private @Nullable String type;

    @Option(names = "--queue", paramLabel = "QUEUE", description = "Only jobs in this queue.")
    private @Nullable String queue;

    @Option(names = "--target", paramLabel = "TYPE/ID", description = "Only jobs on this target, as 'job' shows it.")
    private @Nullable String target;

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            description = "Only jobs created longer ago than this: 90s, 30m, 12h, 7d.")
    private @Nullable String age;

    FilterOptions() {}

    /** Whether any was given. */
    boolean given() {
        return !statuses.isEmpty() || type != null || queue != null || target != null || age != null;
    }

    /** What was chosen but for the age, which only the store's clock can tell; all is checked. */
    JobFilter chosen() {
        checked("--older-than", this::age);
        JobFilter filter = checked(
                "--status",
                () -> JobFilter.all()
                        .statuses(statuses.stream()
                                .map(JobStatus::parse)
                                .distinct()
                                .toList()));
        JobFilter typed = checked("--type", () -> filter.type(type));
        JobFilter queued = checked("--queue", () -> typed.queue(queue));
        return checked("--target", () -> queued.target(target()));
    }

    /** The same with the age, at this time of the store. */
    JobFilter asOf(JobFilter chosen, Instant now) {
        Duration least = age();
        return least == null ? chosen : chosen.createdBefore(now.minus(least));
    }

    private @Nullable Duration age() {
        if (age == null) {
            return null;
        }
        Matcher matcher = AGE.matcher(age.strip().toLowerCase(Locale.ROOT));
        try {
            Duration parsed = matcher.matches()
                    ? Duration.parse((matcher.group(2).equals("d") ? "P" : "PT") + matcher.group())
                    : Duration.parse(age);
            if (!parsed.isNegative() && parsed.compareTo(Duration.ofDays(36_500)) <= 0) {
                return parsed;
            }
        } catch (DateTimeException malformed) {
            // told below
        }
        throw new InvalidDataException("age is '" + age + "': it must be like 90s, 30m, 12h or 7d", null);
    }

    private @Nullable Target target() {
        if (target == null) {
            return null;
        }
        int slash = target.indexOf('/');
        if (slash < 0) {
            throw new InvalidDataException("target is '" + target + "': it must be a type, a slash and an id", null);
        }
        return new Target(target.substring(0, slash), target.substring(slash + 1));
    }

    private <T extends @Nullable Object> T checked(String option, Supplier<T> making) {
        try {
            return making.get();
        } catch (InvalidDataException broken) {
            throw new ParameterException(spec.commandLine(), option + ": " + broken.getMessage());
        }
    }
}
