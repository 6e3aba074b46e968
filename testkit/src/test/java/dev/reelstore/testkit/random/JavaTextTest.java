package dev.reelstore.testkit.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.testkit.random.generator.Generator;
import dev.reelstore.testkit.random.operation.Op;
import dev.reelstore.testkit.random.shrinking.JavaText;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JavaTextTest {

    @Test
    void whatIsPrintedCompilesAndMakesTheSameOperations(@TempDir Path folder) throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            List<Op> ops = Generator.sequence(seed, 80, RandomOperations.START);

            assertThat(compiled(folder, "Failing" + seed, JavaText.classOf("Failing" + seed, ops)))
                    .isEqualTo(ops);
        }
    }

    private static Object compiled(Path folder, String name, String text) throws Exception {
        Path source = Files.writeString(folder.resolve(name + ".java"), text);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        said,
                        said,
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertThat(failed).as(said.toString()).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Method ops = loader.loadClass(name).getDeclaredMethod("ops");
            ops.setAccessible(true);
            return ops.invoke(null);
        }
    }
}
