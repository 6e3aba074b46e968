package dev.reelstore.cli.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One running FFmpeg that never outlives this JVM and that a terminal's Ctrl-C does not reach.
 *
 * <p>A shell sets it up but never sees a file name as text: the arguments are handed on as they are. Of that shell a
 * watchdog stays behind, reading a pipe that only this JVM holds. When the JVM ends, however it ends, the kernel closes
 * the pipe, and the watchdog kills FFmpeg; a line on the pipe tells it that FFmpeg has ended by itself. On
 * a system without a shell there is no watchdog: there the JVM must end what it began, or the container does.
 */
final class FfmpegProcess {

    private static final Path SHELL = Path.of("/bin/sh");

    private static final String GUARDED = """
            exec 3<&0 </dev/null
            { trap '' HUP INT QUIT TERM; read -r ended <&3 || kill -KILL $$; } >/dev/null 2>&1 &
            exec "$@" 3<&-
            """;

    private final Process process;

    private FfmpegProcess(Process process) {
        this.process = process;
    }

    static FfmpegProcess start(Path executable, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SHELL)) {
            // A session of its own keeps the terminal's signals away. Where there is no such program, a run that the
            // terminal interrupted is known by what FFmpeg says.
            SearchPath.of(System.getenv("PATH")).all("setsid").stream()
                    .limit(1)
                    .map(Path::toString)
                    .forEach(command::add);
            command.addAll(List.of(SHELL.toString(), "-c", GUARDED, "ffmpeg"));
        }
        command.add(executable.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put("LC_ALL", "C");
        environment.put("AV_LOG_FORCE_NOCOLOR", "1");
        environment.remove("AV_LOG_FORCE_COLOR");
        environment.remove("FFREPORT");
        // A statically linked FFmpeg crashes on the converters of another C library when it reads an MPEG-TS.
        environment.put("GCONV_PATH", "/nonexistent");
        Process process = builder.start();
        process.onExit().thenAccept(FfmpegProcess::dismissWatchdog);
        return new FfmpegProcess(process);
    }

    private static void dismissWatchdog(Process ended) {
        try (OutputStream watchdog = ended.getOutputStream()) {
            watchdog.write('\n');
        } catch (IOException gone) {
            // Told already, or killed from outside.
        }
    }

    InputStream output() {
        return process.getInputStream();
    }

    InputStream errors() {
        return process.getErrorStream();
    }

    /** Waits for its end and answers its exit status; 128 + n if signal n ended it. */
    int await() throws InterruptedException {
        int status = process.waitFor();
        dismissWatchdog(process);
        return status;
    }

    void kill() {
        process.destroyForcibly();
    }
}
