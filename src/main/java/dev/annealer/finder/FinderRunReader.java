package dev.annealer.finder;

import dev.annealer.table.Column;
import dev.annealer.table.ColumnRoles;
import dev.annealer.table.ColumnRoles.LrScale;
import dev.annealer.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Table to sweeps.
public final class FinderRunReader {
    private static final String NEEDED = "a range test raises the learning rate step by step and logs the loss at each";

    private final String name;
    private final Table table;
    private final ColumnRoles roles;
    private final List<String> remarks = new ArrayList<>();

    /// @param name of the file
    public FinderRunReader(String name, Table table, ColumnRoles roles) {
        this(new FinderFile(name, table, roles));
    }

    FinderRunReader(FinderFile file) {
        name = file.name();
        table = file.table();
        roles = file.roles();
        remarks.addAll(file.remarks());
    }

    public FinderRun read() throws FinderException {
        if (roles.lr().isEmpty()) {
            throw new FinderException(
                    "no column looks like a learning rate: there are " + table.namesInShort(), "name it with --lr, or choose it in the preview");
        }
        if (roles.loss().isEmpty()) {
            throw new FinderException(
                    "no column looks like a loss: there are " + table.namesInShort(), "name it with --loss, or choose it in the preview");
        }
        Column lrColumn = table.columns().get(roles.lr().getAsInt());
        Column lossColumn = table.columns().get(roles.loss().getAsInt());
        double[] lr = learningRates(lrColumn);
        double[] loss = lossColumn.toArray();
        if (count(lr, loss) == 0) {
            lr = filledForward(lr, loss);
        }
        List<Sweep> sweeps = sweeps(lr, loss);
        int used = sweeps.stream().mapToInt(Sweep::size).sum();
        return new FinderRun(name, lrColumn.name(), lossColumn.name(), sweeps, table.rows() - used, remarks);
    }

    private double[] learningRates(Column column) {
        double[] values = column.toArray();
        if (roles.scale() != LrScale.LINEAR) {
            Arrays.setAll(values, i -> roles.scale().toLearningRate(values[i]));
            remarks.add("The column `" + column.name() + "` holds logarithms to the base "
                    + (roles.scale() == LrScale.LOG10 ? "10" : "e") + ".");
        }
        return values;
    }

    private static boolean usable(double lr, double loss) {
        return lr > 0 && Double.isFinite(lr) && Double.isFinite(loss);
    }

    private static int count(double[] lr, double[] loss) {
        int usable = 0;
        for (int i = 0; i < lr.length; i++) {
            usable += usable(lr[i], loss[i]) ? 1 : 0;
        }
        return usable;
    }

    /// Loggers that write one value a row: a loss belongs to the learning rate before it.
    private double[] filledForward(double[] lr, double[] loss) {
        double[] filled = lr.clone();
        double last = Double.NaN;
        boolean helped = false;
        for (int i = 0; i < filled.length; i++) {
            last = Double.isNaN(filled[i]) ? last : filled[i];
            helped |= Double.isFinite(loss[i]) && !Double.isNaN(last);
            filled[i] = Double.isFinite(loss[i]) ? last : filled[i];
        }
        if (helped) {
            remarks.add("Learning rate and loss stand on different rows; each loss has the learning rate before it.");
        }
        return filled;
    }

    private List<Sweep> sweeps(double[] lr, double[] loss) throws FinderException {
        var all = new ArrayList<Sweep>();
        var builder = new SweepBuilder();
        int points = 0;
        int rises = 0;
        for (int i = 0; i < lr.length; i++) {
            if (!usable(lr[i], loss[i])) {
                builder.drop();
                continue;
            }
            points++;
            if (builder.fallsTo(lr[i])) {
                rises += builder.size();
                builder.finish(all);
            }
            builder.add(lr[i], loss[i], i);
        }
        int last = builder.size();
        builder.finish(all);
        if (all.isEmpty()) {
            throw refusal(points, rises + last, last == points);
        }
        int used = all.stream().mapToInt(Sweep::size).sum();
        if (used < points) {
            remarks.add((points - used) + " points lie in rises too short to read (fewer than " + Sweep.LEAST_POINTS + " points).");
        }
        return checked(all);
    }

    private FinderException refusal(int points, int inRises, boolean oneRise) {
        if (points == 0) {
            return new FinderException("no row has both a learning rate above 0 and a finite loss", NEEDED);
        }
        if (oneRise || points < Sweep.LEAST_POINTS) {
            return new FinderException(
                    "only " + points + " usable points; " + Sweep.LEAST_POINTS + " are the least", "record a longer test, of 100 points or so");
        }
        return new FinderException(
                "the learning rate falls instead of rising, " + inRises + " points in rises of fewer than " + Sweep.LEAST_POINTS, NEEDED);
    }

    private List<Sweep> checked(List<Sweep> sweeps) throws FinderException {
        List<Sweep> moving = sweeps.stream().filter(sweep -> sweep.lr()[0] < sweep.lr()[sweep.size() - 1]).toList();
        if (moving.isEmpty()) {
            throw new FinderException("the learning rate never changes", NEEDED);
        }
        List<Sweep> alive = moving.stream()
                .filter(sweep -> Arrays.stream(sweep.loss()).distinct().limit(2).count() > 1)
                .toList();
        if (alive.isEmpty()) {
            throw new FinderException(
                    "the loss is the same at every learning rate: nothing was learnt", "check that the optimizer steps, and record it again");
        }
        return renumbered(alive);
    }

    private static List<Sweep> renumbered(List<Sweep> sweeps) {
        var numbered = new ArrayList<Sweep>();
        for (Sweep sweep : sweeps) {
            numbered.add(new Sweep(
                    numbered.size(), sweep.lr(), sweep.loss(), sweep.rows(), sweep.dropped(), sweep.droppedAtEnd()));
        }
        return numbered;
    }

    /// Collects the points of the sweep that is going on.
    private static final class SweepBuilder {
        private double[] lr = new double[128];
        private double[] loss = new double[128];
        private int[] rows = new int[128];
        private int size;
        private int dropped;
        private int sincePoint;

        int size() {
            return size;
        }

        boolean fallsTo(double next) {
            return size > 0 && next < lr[size - 1];
        }

        void drop() {
            dropped++;
            sincePoint++;
        }

        void add(double nextLr, double nextLoss, int row) {
            if (size == lr.length) {
                lr = Arrays.copyOf(lr, size * 2);
                loss = Arrays.copyOf(loss, size * 2);
                rows = Arrays.copyOf(rows, size * 2);
            }
            lr[size] = nextLr;
            loss[size] = nextLoss;
            rows[size] = row;
            size++;
            sincePoint = 0;
        }

        void finish(List<Sweep> sweeps) {
            if (size >= Sweep.LEAST_POINTS) {
                sweeps.add(new Sweep(
                        sweeps.size(),
                        Arrays.copyOf(lr, size),
                        Arrays.copyOf(loss, size),
                        Arrays.copyOf(rows, size),
                        dropped,
                        sincePoint));
            }
            size = 0;
            dropped = 0;
            sincePoint = 0;
        }
    }
}
