package dev.annealer.ui.finder;

import dev.annealer.finder.FinderException;
import dev.annealer.finder.FinderFile;
import dev.annealer.progress.Progress;
import dev.annealer.table.ColumnRoles;
import dev.annealer.table.Table;
import dev.annealer.table.TableException;
import dev.annealer.table.TableReader;
import java.io.IOException;
import java.nio.file.Path;

/// The real runs among the test's resources.
final class Runs {
    static final Path LOGISTIC_SGD = file("lrf01_digits_logistic_sgdm.csv");
    static final Path MLP_ADAM = file("lrf02_digits_mlp_adam.csv");
    static final Path LOG10 = file("lrf10_cancer_mlp_adam.csv");

    private Runs() {}

    private static Path file(String name) {
        return Path.of("src/test/resources/runs").resolve(name);
    }

    static void addTo(FinderViewModel finder, Path path) throws IOException, TableException, FinderException {
        Table table = TableReader.read(path, Progress.NONE);
        var file = new FinderFile(path.getFileName().toString(), table, ColumnRoles.guess(table));
        finder.add(file, file.read());
    }
}
