package packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// The image as a .deb: below `/usr/lib/annealer`, with its two commands, desktop entry, icon and kind of document where Debian
/// looks for them. Debian's triggers take note of those, so that the package runs no script of its own.
///
/// Not by jpackage, which would put all of it below `/opt`, out of the reach of `PATH`, and compresses less.
record DebianPackage(Build build) {
    private static final List<Integer> ICON_SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    void make(Path image) throws IOException, InterruptedException {
        if (!Tools.has("dpkg-deb")) {
            System.out.println("no dpkg-deb on this system: no .deb");
            return;
        }
        Path root = Files.createDirectories(build.out().resolve("deb"));
        Path share = root.resolve("usr/share");
        Folders.copy(image, Files.createDirectories(root.resolve("usr/lib")).resolve("annealer"));
        link(root, "annealer");
        link(root, "annealer-studio");
        place("annealer.desktop", share.resolve("applications"));
        place("annealer.xml", share.resolve("mime/packages"));
        icons(share.resolve("icons/hicolor"));
        Path documents = share.resolve("doc/annealer");
        Folders.copyInto(Path.of("LICENSE"), documents);
        Folders.copyInto(Path.of("THIRD-PARTY-NOTICES.md"), documents);
        Files.move(documents.resolve("LICENSE"), documents.resolve("copyright"));
        control(root);
        plain(root);
        Folders.stamp(root);
        build(root);
    }

    private static void link(Path root, String command) throws IOException {
        Path bin = Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(bin.resolve(command), Path.of("../lib/annealer/bin", command));
    }

    private static void place(String file, Path folder) throws IOException {
        Folders.copyInto(Path.of("jpackage/linux", file), folder);
    }

    private static void icons(Path theme) throws IOException {
        for (int size : ICON_SIZES) {
            Path folder = Files.createDirectories(theme.resolve(size + "x" + size).resolve("apps"));
            Files.copy(Path.of("assets/icon", size + ".png"), folder.resolve("annealer.png"));
        }
        Path scalable = Files.createDirectories(theme.resolve("scalable/apps"));
        Files.copy(Path.of("assets/icon.svg"), scalable.resolve("annealer.svg"));
    }

    private void control(Path root) throws IOException {
        String text = Files.readString(Path.of("jpackage/linux/control"))
                .replace("@VERSION@", build.version().replace('-', '~'))
                .replace("@ARCHITECTURE@", architecture())
                .replace("@SIZE@", String.valueOf(Folders.size(root) / 1024));
        Folders.write(root.resolve("DEBIAN/control"), text, "rw-r--r--");
    }

    /// In Debian's names.
    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            case String other -> other;
        };
    }

    /// Whatever the umask of who builds it: everybody reads, root writes.
    private static void plain(Path root) throws IOException {
        for (Path path : Folders.walk(root)) {
            if (!Files.isSymbolicLink(path)) {
                boolean opens = Files.isDirectory(path) || Files.isExecutable(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(opens ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private void build(Path root) throws IOException, InterruptedException {
        Path deb = build.out().resolve("annealer_" + build.version() + "_" + architecture() + ".deb");
        Tools.run(new ProcessBuilder(
                "dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", root.toString(), deb.toString()));
        Folders.delete(root);
        System.out.printf("%s: %.1f MB%n", deb, Files.size(deb) / 1e6);
    }
}
