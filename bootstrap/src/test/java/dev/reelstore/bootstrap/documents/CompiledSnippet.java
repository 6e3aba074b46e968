package dev.reelstore.bootstrap.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a snippet as the body of a method whose scope is {@link Scope}, and runs it. */
final class CompiledSnippet {

    private static final String FRAME = """
            import static dev.reelstore.domain.job.JobStatus.*;
            import static dev.reelstore.domain.quality.QualityLevel.*;
            import static dev.reelstore.domain.unit.Freshness.*;
            import com.google.inject.Guice;
            import com.google.inject.Injector;
            import dev.reelstore.adapter.inmemory.*;
            import dev.reelstore.adapter.postgres.*;
            import dev.reelstore.adapter.postgres.tables.*;
            import dev.reelstore.application.*;
            import dev.reelstore.application.api.*;
            import dev.reelstore.application.events.*;
            import dev.reelstore.application.health.*;
            import dev.reelstore.application.worker.*;
            import dev.reelstore.bootstrap.*;
            import dev.reelstore.domain.*;
            import dev.reelstore.domain.analysis.*;
            import dev.reelstore.domain.failure.*;
            import dev.reelstore.domain.job.*;
            import dev.reelstore.domain.journal.*;
            import dev.reelstore.domain.quality.*;
            import dev.reelstore.domain.retry.*;
            import dev.reelstore.domain.unit.*;
            import dev.reelstore.domain.value.*;
            import dev.reelstore.domain.video.*;
            import dev.reelstore.testkit.history.*;
            import java.nio.file.*;
            import java.sql.Connection;
            import java.time.*;
            import java.util.*;
            import javax.sql.DataSource;
            import tools.jackson.databind.json.JsonMapper;

            public final class Example extends dev.reelstore.bootstrap.documents.Scope {
                public static void run() throws Exception {
            %s
                }
            }
            """;

    private final Path directory;

    CompiledSnippet(Path directory, Snippet snippet) throws IOException {
        this.directory = directory;
        Path source = Files.writeString(directory.resolve("Example.java"), FRAME.formatted(snippet.code()));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-d", directory.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(
                            complaints, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).as("%s%n%s", snippet, complaints).isTrue();
        }
    }

    void run() throws Exception {
        URL[] here = {directory.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(here, getClass().getClassLoader())) {
            loader.loadClass("Example").getMethod("run").invoke(null);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof Exception cause ? cause : thrown;
        }
    }
}
