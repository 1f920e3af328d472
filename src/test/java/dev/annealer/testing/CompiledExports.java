package dev.annealer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/// Exported classes of Java, all compiled at release 8 by one call of the compiler.
public final class CompiledExports implements AutoCloseable {
    private final Exporter exporter;
    private final URLClassLoader classes;

    private CompiledExports(Exporter exporter, URLClassLoader classes) {
        this.exporter = exporter;
        this.classes = classes;
    }

    /// Fails where one of them does not compile, or with a warning. They see the libraries of the tests.
    ///
    /// @param folder an empty one
    public static CompiledExports of(Exporter exporter, List<ExportInput> inputs, Path folder) throws IOException {
        var sources = new ArrayList<Path>();
        for (ExportInput input : inputs) {
            Path source = folder.resolve(exporter.fileName(input, "unused"));
            assertThat(source).as("a name of its own: %s", input.name()).doesNotExist();
            sources.add(Files.writeString(source, Exports.text(exporter, input)));
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("--release", "8", "-Xlint:all,-options,-classfile", "-Werror", "-proc:none", "-d", folder.toString());
            var task = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
            assertThat(task.call()).as(messages.toString()).isTrue();
        }
        return new CompiledExports(exporter, new URLClassLoader(new URL[] {folder.toUri().toURL()}));
    }

    /// The class made of `input`.
    public Class<?> of(ExportInput input) throws ClassNotFoundException {
        return classes.loadClass(exporter.fileName(input, "unused").replace(".java", ""));
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
