package packaging;

import java.util.List;

/// Options of the Java virtual machine that every launcher gives. An AOT cache is good only for those it was made with.
final class JavaOptions {
    static final List<String> ALL = List.of(
            // The collector that starts fastest and takes the least memory.
            "-XX:+UseSerialGC",
            // A heap that starts small and gives back what it does not need: 80 MiB less for an idle window.
            "-Xms24m",
            "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30",
            // The AOT cache stays where it was made for in memory: moved elsewhere, all its pages are written to at each start.
            // Where that place is taken it is moved all the same.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            // Nothing watches it from outside.
            "-XX:-UsePerfData",
            // What native code has freed goes back to the system: 25 MiB less for an idle window.
            "-XX:TrimNativeHeapInterval=5000",
            // JavaFX keeps pictures of backgrounds, 8 MiB of them where it draws by itself; drawn anew they are no slower.
            "-Dprism.disableRegionCaching=true",
            "--enable-native-access=ALL-UNNAMED,javafx.graphics",
            // Warnings of the virtual machine, such as that of a cache which does not fit a copied jar, are nothing a user could
            // act upon.
            "-Xlog:disable",
            "-Xlog:all=error:stderr");

    private JavaOptions() {}
}
