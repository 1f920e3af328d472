package packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Gives the classes of a jar a class file version that an AOT cache takes.
///
/// picocli is compiled for Java 5: its classes have no stack maps, are verified by inference, and are refused by the cache. Read
/// and verified anew at each start they take longer than the rest of a `--version`. The code itself stays as it is.
record ModernClasses(Path jar) {
    /// The first version with stack maps.
    private static final int LEAST = ClassFile.JAVA_7_VERSION;

    void write() throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Map<Path, ClassModel> old = oldClasses(files.getPath("/"));
            if (old.isEmpty()) {
                return;
            }
            ClassFile writer = ClassFile.of(
                    StackMapsOption.GENERATE_STACK_MAPS,
                    // Else method bodies are copied as they are.
                    ConstantPoolSharingOption.NEW_POOL,
                    ClassHierarchyResolverOption.of(hierarchy(old)));
            for (var entry : old.entrySet()) {
                Files.write(entry.getKey(), writer.transformClass(entry.getValue(), toVersion()));
            }
            System.out.printf("%s: %d classes brought to version %d%n", jar.getFileName(), old.size(), LEAST);
        }
    }

    private static Map<Path, ClassModel> oldClasses(Path root) throws IOException {
        var old = new HashMap<Path, ClassModel>();
        for (Path path : Folders.walk(root)) {
            if (path.toString().endsWith(".class") && !path.endsWith("module-info.class")) {
                ClassModel model = ClassFile.of().parse(Files.readAllBytes(path));
                if (model.majorVersion() < LEAST) {
                    old.put(path, model);
                }
            }
        }
        return old;
    }

    /// Stack maps need to know which class is another's parent.
    private static ClassHierarchyResolver hierarchy(Map<Path, ClassModel> classes) {
        var streams = new HashMap<String, Path>();
        classes.forEach((path, model) -> streams.put(model.thisClass().asInternalName(), path));
        ClassHierarchyResolver own = ClassHierarchyResolver.ofResourceParsing(type -> {
            String descriptor = type.descriptorString();
            Path path = streams.get(descriptor.substring(1, descriptor.length() - 1));
            try {
                return path == null ? null : Files.newInputStream(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return own.orElse(ClassHierarchyResolver.defaultResolver());
    }

    private static ClassTransform toVersion() {
        ClassTransform version = (builder, element) ->
                builder.with(element instanceof ClassFileVersion ? ClassFileVersion.of(LEAST, 0) : element);
        return version.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL));
    }
}
