package packaging;

import java.io.IOException;
import java.nio.file.Path;

/// The application's jar, and in `lib` what its manifest names: its libraries, but for JavaFX, which is part of the runtime.
record ApplicationFolder(Build build) {
    /// @param runtime the one that the package brings
    Path copy(Path runtime) throws IOException, InterruptedException {
        Path folder = build.out().resolve("app");
        new BinaryStylesheets(Folders.copyInto(build.jar(), folder), runtime).write();
        for (Path library : Folders.list(build.libraries())) {
            if (!RuntimeImage.isJavaFx(library)) {
                Path copy = Folders.copyInto(library, folder.resolve("lib"));
                new ModernClasses(copy).write();
                new ForeignLibraries(copy).remove();
                new UnshownThemes(copy).remove();
            }
        }
        new UnreachedClasses(folder).remove();
        return folder;
    }
}
