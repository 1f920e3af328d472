package dev.annealer.finder;

import dev.annealer.table.ColumnRoles;
import dev.annealer.table.Table;
import dev.annealer.table.TableException;
import dev.annealer.table.TableJoin;
import java.util.ArrayList;
import java.util.List;

/// A table as it goes into the finder.
///
/// @param name the file's, under which a run is shown
/// @param remarks what happened to it on the way
public record FinderFile(String name, Table table, ColumnRoles roles, List<String> remarks) {
    public FinderFile {
        remarks = List.copyOf(remarks);
    }

    public FinderFile(String name, Table table, ColumnRoles roles) {
        this(name, table, roles, List.of());
    }

    /// Its sweeps.
    public FinderRun read() throws FinderException {
        return new FinderRunReader(this).read();
    }

    private boolean hasOnlyLr() {
        return roles.lr().isPresent() && roles.loss().isEmpty();
    }

    private boolean hasOnlyLoss() {
        return roles.lr().isEmpty() && roles.loss().isPresent();
    }

    /// These files, where one holds learning rates alone and another losses alone as one: the first of the one kind with the
    /// first of the other, and so on; a single file of learning rates with every file of losses. What finds no partner stays.
    ///
    /// @throws TableException where two belong together and can't be matched
    public static List<FinderFile> joined(List<FinderFile> files) throws TableException {
        List<FinderFile> rates = files.stream().filter(FinderFile::hasOnlyLr).toList();
        List<FinderFile> losses = files.stream().filter(FinderFile::hasOnlyLoss).toList();
        boolean pairs = !losses.isEmpty() && (rates.size() == 1 || rates.size() == losses.size());
        if (!pairs) {
            return List.copyOf(files);
        }
        var joined = new ArrayList<FinderFile>();
        for (FinderFile file : files) {
            int at = losses.indexOf(file);
            if (at >= 0) {
                joined.add(file.with(rates.get(rates.size() == 1 ? 0 : at)));
            } else if (!file.hasOnlyLr()) {
                joined.add(file);
            }
        }
        return joined;
    }

    private FinderFile with(FinderFile rates) throws TableException {
        TableJoin join = TableJoin.of(rates.table, rates.roles, table, roles);
        String remark = "The learning rates are those of " + rates.name + ", " + join.remark() + ".";
        return new FinderFile(name, join.table(), join.roles(), List.of(remark));
    }
}
