package dev.reelstore.testkit.mutation;

import java.io.File;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles Java source against the class path of the tests.
 *
 * @param sources what
 * @param target where the classes go, which are seen by the compiler too
 */
record Compilation(List<Path> sources, Path target) {

    /** Compiles these files, beside their own classes. */
    static Compilation of(Path... sources) {
        return new Compilation(List.of(sources), Path.of("."));
    }

    Compilation into(Path directory) {
        return new Compilation(sources, directory);
    }

    /** @throws AssertionError when they do not compile */
    void run(String what) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new AssertionError("there is no Java compiler here: run the tests on a JDK, not on a JRE");
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter output = new StringWriter();
        String path = target + File.pathSeparator + System.getProperty("java.class.path");
        List<String> options = new ArrayList<>(
                List.of("-d", target.toString(), "-classpath", path, "-proc:none", "-parameters", "-nowarn"));
        StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
        boolean compiled = compiler.getTask(
                        output, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources))
                .call();
        if (!compiled) {
            throw new AssertionError(what + " does not compile: " + diagnostics.getDiagnostics() + " " + output);
        }
    }
}
