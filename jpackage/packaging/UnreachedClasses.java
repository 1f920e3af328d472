package packaging;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes those classes out of the application's libraries that nothing can come to from the application's own: of a library of
/// controls one is used, of one for documents what draws a picture.
///
/// A class is reached if a class that is reached names it, be it as a class, in a signature or in a text, as those do that load it
/// by name; or if a jar offers it as a service of such a class or of the JDK. Whatever is no class stays.
///
/// @param folder the application's jar with its libraries in `lib`
record UnreachedClasses(Path folder) {
    private static final String ENDING = ".class";
    private static final String SERVICES = "META-INF/services/";
    /// In descriptors and signatures.
    private static final Pattern DESCRIBED = Pattern.compile("L([\\w$]+(?:/[\\w$]+)+)[;<]");
    /// In texts.
    private static final Pattern DOTTED = Pattern.compile("[A-Za-z_][\\w$]*(?:\\.[A-Za-z_][\\w$]*)+");

    private static final class Libraries {
        private final Map<String, Set<String>> names = new HashMap<>();
        private final Map<String, Set<String>> providers = new HashMap<>();
        private final Deque<String> roots = new ArrayDeque<>();

        /// Services of the JDK are asked for by the JDK.
        void connectProviders() {
            providers.forEach((service, classes) -> {
                if (names.containsKey(service)) {
                    names.get(service).addAll(classes);
                } else {
                    roots.addAll(classes);
                }
            });
        }
    }

    void remove() throws IOException {
        var libraries = new Libraries();
        List<Path> jars = Folders.list(folder.resolve("lib")).stream().filter(jar -> jar.toString().endsWith(".jar")).toList();
        for (Path jar : jars) {
            read(jar, false, libraries);
        }
        for (Path jar : Folders.list(folder)) {
            if (jar.toString().endsWith(".jar")) {
                read(jar, true, libraries);
            }
        }
        libraries.connectProviders();
        Set<String> reached = reached(libraries);
        for (Path jar : jars) {
            removeFrom(jar, reached);
        }
    }

    private static void read(Path jar, boolean isRoot, Libraries libraries) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            for (Path path : Folders.walk(files.getPath("/"))) {
                String name = path.toString().substring(1);
                if (name.endsWith(ENDING)) {
                    String type = name.substring(0, name.length() - ENDING.length());
                    libraries.names.put(type, namesIn(ClassFile.of().parse(Files.readAllBytes(path))));
                    if (isRoot) {
                        libraries.roots.add(type);
                    }
                } else if (name.startsWith(SERVICES) && Files.isRegularFile(path)) {
                    String service = name.substring(SERVICES.length()).replace('.', '/');
                    libraries.providers.computeIfAbsent(service, _ -> new HashSet<>()).addAll(namesIn(Files.readString(path)));
                }
            }
        }
    }

    private static Set<String> namesIn(ClassModel type) {
        var names = new HashSet<String>();
        for (PoolEntry entry : type.constantPool()) {
            switch (entry) {
                case ClassEntry named -> names.add(named.asInternalName());
                case Utf8Entry text -> names.addAll(namesIn(text.stringValue()));
                default -> { }
            }
        }
        return names;
    }

    private static Set<String> namesIn(String text) {
        var names = new HashSet<String>();
        DESCRIBED.matcher(text).results().forEach(found -> names.add(found.group(1)));
        DOTTED.matcher(text).results().forEach(found -> names.add(found.group().replace('.', '/')));
        return names;
    }

    private static Set<String> reached(Libraries libraries) {
        var reached = new HashSet<String>();
        while (!libraries.roots.isEmpty()) {
            String type = libraries.roots.remove();
            Set<String> names = libraries.names.get(type);
            if (names != null && reached.add(type)) {
                libraries.roots.addAll(names);
            }
        }
        return reached;
    }

    private static void removeFrom(Path jar, Set<String> reached) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            for (Path path : Folders.walk(files.getPath("/"))) {
                String name = path.toString();
                boolean isClass = name.endsWith(ENDING) && !name.contains("META-INF") && !name.endsWith("-info.class");
                if (isClass && !reached.contains(name.substring(1, name.length() - ENDING.length()))) {
                    Files.delete(path);
                }
            }
        }
    }
}
