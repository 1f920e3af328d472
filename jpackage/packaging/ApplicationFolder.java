package packaging;

import java.io.IOException;
import java.nio.file.Path;

/// The application's jar, and in `lib` what its manifest names: its libraries, but for JavaFX, which is part of the runtime.
record ApplicationFolder(Build build) {
    Path copy() throws IOException {
        Path folder = build.out().resolve("app");
        Folders.copyInto(build.jar(), folder);
        for (Path library : Folders.list(build.libraries())) {
            if (!RuntimeImage.isJavaFx(library)) {
                Path copy = Folders.copyInto(library, folder.resolve("lib"));
                new ModernClasses(copy).write();
                new ForeignLibraries(copy).remove();
            }
        }
        return folder;
    }
}
