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
            // C2 waits until a method has run a while: else it takes a processor, of two, from the window's first frame (a quarter
            // of its time). C1's code does until then. `Tier2` is for methods known from the training, `Tier4` for the rest.
            "-XX:Tier2InvokeNotifyFreqLog=17",
            "-XX:Tier2BackedgeNotifyFreqLog=20",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000",
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
