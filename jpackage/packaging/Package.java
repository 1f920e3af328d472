package packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes the packages of the platform it runs on. Maven calls it: `mvn -Pjpackage package`.
///
/// Run as a source file (`java jpackage/packaging/Package.java JAR LIBRARIES VERSION OUT`), so that the build needs nothing but
/// the JDK and works the same on Linux, macOS and Windows.
public final class Package {
    private Package() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var build = new Build(Path.of(args[0]), Path.of(args[1]), args[2], Path.of(args[3]).toAbsolutePath());
        Folders.delete(build.out());
        Files.createDirectories(build.out());
        Path runtime = new RuntimeImage(build).link();
        Path application = new ApplicationFolder(build).copy(runtime);
        switch (Platform.current()) {
            case LINUX -> {
                Path image = new LinuxImage(build).assemble(application, runtime);
                new DebianPackage(build).make(image);
            }
            case MACOS, WINDOWS -> new NativeInstaller(build).make(application, runtime);
        }
    }
}
