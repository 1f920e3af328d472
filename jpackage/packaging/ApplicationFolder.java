package packaging;

import java.io.IOException;
import java.nio.file.Path;

/// The application's jar and its libraries, without JavaFX, which is part of the runtime.
record ApplicationFolder(Build build) {
    Path copy() throws IOException {
        Path folder = build.out().resolve("app");
        Folders.copyInto(build.jar(), folder);
        for (Path library : Folders.list(build.libraries())) {
            if (!RuntimeImage.isJavaFx(library)) {
                Folders.copyInto(library, folder);
            }
        }
        return folder;
    }

    /// The application's own jar first: the order of the class path, which an AOT cache is bound to.
    static String classPath(Path folder, String prefix, String separator) throws IOException {
        var path = new StringBuilder(prefix + "annealer.jar");
        for (Path jar : Folders.list(folder)) {
            String name = jar.getFileName().toString();
            if (name.endsWith(".jar") && !name.equals("annealer.jar")) {
                path.append(separator).append(prefix).append(name);
            }
        }
        return path.toString();
    }
}
