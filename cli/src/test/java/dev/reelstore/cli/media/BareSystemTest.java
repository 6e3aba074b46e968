package dev.reelstore.cli.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The jar's FFmpeg does its work where there is a Java and what that links, and no other program, not even a shell. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
final class BareSystemTest {

    /** Arguments: the new root, the home of Java, then files and folders for its folder /app. */
    private static final String ENTER = """
            set -e
            root=$1 java=$2
            shift 2
            mkdir -p "$root/app" "$root/tmp" "$root/dev" "$root/proc" "$root$java"
            cp -r "$@" "$root/app"
            mount --bind "$java" "$root$java"
            mount --bind /dev "$root/dev"
            mount -t proc proc "$root/proc"
            # Debian keeps the settings of its Java elsewhere.
            conf=$(readlink -f "$java/conf/security/java.security")
            conf=${conf%/security/java.security}
            if [ "$conf" != "$java/conf" ]; then mkdir -p "$root$conf"; mount --bind "$conf" "$root$conf"; fi
            for library in $(ldd "$java"/bin/java "$java"/lib/server/libjvm.so "$java"/lib/libjava.so \\
              "$java"/lib/libnio.so "$java"/lib/libnet.so "$java"/lib/libzip.so "$java"/lib/libjimage.so |
              sed -n 's|.*=> \\(/[^ ]*\\) (.*|\\1|p; s|^[[:space:]]\\(/[^ ]*\\) (.*|\\1|p' | sort -u); do
              case $library in "$java"/*) continue ;; esac
              mkdir -p "$root${library%/*}"
              cp -L "$library" "$root$library"
            done
            ls "$root/bin/sh" "$root/usr/bin/ffmpeg" 2>/dev/null && exit 9
            exec env -i "PATH=$PATH" HOME=/home LC_ALL=C.UTF-8 chroot "$root" \\
              "$java/bin/java" -cp '/app/classes:/app/test-classes:/app/*' dev.reelstore.cli.media.BareSystem /app/landscape.mp4
            """;

    @TempDir
    private Path root;

    @Test
    void theJarsFfmpegNeedsNoOtherProgramAndNoLibrary() throws Exception {
        assumeTrue(
                Files.getOwner(Path.of("/proc/self")).getName().equals("root")
                        && run(List.of("unshare", "-m", "true")) == 0,
                "only root, where namespaces are allowed, can leave everything else behind");
        URL ffmpeg = getClass()
                .getResource("/ws/schild/jave/nativebin/"
                        + BundledFfmpeg.name(System.getProperty("os.name"), System.getProperty("os.arch")));
        Path jar = Path.of(
                ((JarURLConnection) ffmpeg.openConnection()).getJarFileURL().toURI());
        Path output = root.resolve("output");
        int status = run(
                List.of(
                        "unshare",
                        "-m",
                        "/bin/sh",
                        "-c",
                        ENTER,
                        "sh",
                        root.resolve("root").toString(),
                        Path.of(System.getProperty("java.home")).toRealPath().toString(),
                        Path.of("target/classes").toAbsolutePath().toString(),
                        Path.of("target/test-classes").toAbsolutePath().toString(),
                        jar.toString(),
                        TestFfmpeg.LANDSCAPE.toString()),
                output);
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(status).as(text).isZero();
        assertThat(text).contains("/ffmpeg (libx264 and aac)", "125 frames");
    }

    private static int run(List<String> command) throws Exception {
        return run(command, Path.of("/dev/null"));
    }

    private static int run(List<String> command, Path output) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
    }
}
