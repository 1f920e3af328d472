package dev.annealer.table;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Which column is the learning rate, which the loss, and which counts the steps.
///
/// @param lr positions in the table
/// @param scale how the learning rate is written
/// @param lrCertainty how sure the guess is
public record ColumnRoles(
        OptionalInt lr, LrScale scale, Certainty lrCertainty, OptionalInt loss, Certainty lossCertainty, OptionalInt step) {
    /// How a column writes learning rates.
    public enum LrScale {
        LINEAR,
        LOG10,
        LN
    }

    /// Where a guess comes from.
    public enum Certainty {
        NAME,
        PART_OF_NAME,
        VALUES,
        NONE
    }

    private static final int BY_NAME = 90;
    private static final int BY_PART = 50;
    private static final Pattern LR = Pattern.compile("lrs?|learning_rates?|learningrates?|learn_rate|lernrate|taux_d_apprentissage"
            + "|tasa_de_aprendizaje|скорость_обучения|学习率|base_lr|current_lr|lr_list");
    private static final Pattern LOG_LR = Pattern.compile("(log10|log_10|log|ln)_?(lrs?|learning_rate)|(lrs?|learning_rate)_(log10|log|ln)");
    private static final Pattern PART_OF_LR =
            Pattern.compile("(.*_)?lrs?\\d*(_.*)?|.*learning_?rate.*|lr[a-z]?\\d+");
    private static final Pattern NOT_LR = Pattern.compile(".*(scheduler|decay|mult|ratio|scale|sched).*");
    private static final Pattern RAW_LOSS = Pattern.compile("raw_loss|loss_raw|unsmoothed_loss");
    private static final Pattern LOSS = Pattern.compile("loss|losses|train(ing)?_loss(es)?|trn_loss|tr_loss|loss_train(ing)?|batch_loss"
            + "|total_loss|trl|verlust|perte|pérdida|perdida|потери|потеря|ошибка|损失|train_total_loss|loss_total|nll|train_nll");
    private static final Pattern SMOOTHED = Pattern.compile(".*(smooth|ema|avg|average|running|mean).*");
    private static final Pattern HELD_OUT = Pattern.compile("(.*_)?(val|valid|validation|eval|test|dev|tel)(_.*)?|val[a-z]*loss");
    private static final Pattern NOT_LOSS = Pattern.compile(".*(scale|min|max|std|weight|count)$|.*__(min|max)");
    private static final Pattern STEP = Pattern.compile(
            "(global_|train_|total_|trainer_)*(steps?|iterations?|iters?|it|batch|batches|batch_idx|index|global_iter|updates?|schritt|шаг|s)");
    private static final Pattern EPOCH = Pattern.compile("epochs?|epoche|эпоха|轮次");

    /// The guess for a table that holds one scalar under the name of `Value`: what it is, the file's name says.
    public static ColumnRoles guess(Table table, String fileName) {
        int value = table.indexOf("value").orElse(-1);
        boolean learningRates = value >= 0 && lrNameScore(fileName.replaceFirst("\\.[^.]*$", "")) > 0;
        ColumnRoles roles = guess(table);
        boolean takesPart = roles.lr().isEmpty() && roles.loss().orElse(value) == value;
        return learningRates && takesPart
                ? new ColumnRoles(
                        OptionalInt.of(value), LrScale.LINEAR, Certainty.PART_OF_NAME, OptionalInt.empty(), Certainty.NONE, roles.step())
                : roles;
    }

    public static ColumnRoles guess(Table table) {
        List<Column> columns = table.columns();
        OptionalInt lr = best(columns, column -> lrScore(column, table.rows()), -1);
        int taken = lr.orElse(-1);
        OptionalInt step = best(columns, ColumnRoles::stepScore, taken);
        OptionalInt loss = best(columns, column -> lossScore(column, table.rows()), taken);
        if (loss.isEmpty() && lr.isPresent()) {
            loss = best(columns, column -> lossLikeValues(column, table.rows()), taken);
        }
        return new ColumnRoles(
                lr,
                lr.isPresent() ? scale(columns.get(lr.getAsInt())) : LrScale.LINEAR,
                certainty(lr, columns, column -> lrNameScore(column.name())),
                loss,
                certainty(loss, columns, column -> lossNameScore(column.name())),
                step);
    }

    private static Certainty certainty(OptionalInt position, List<Column> columns, ToIntFunction<Column> nameScore) {
        if (position.isEmpty()) {
            return Certainty.NONE;
        }
        int score = nameScore.applyAsInt(columns.get(position.getAsInt()));
        return score >= BY_NAME ? Certainty.NAME : score >= BY_PART ? Certainty.PART_OF_NAME : Certainty.VALUES;
    }

    /// The column with the highest positive score; of several the first.
    private static OptionalInt best(List<Column> columns, ToIntFunction<Column> score, int except) {
        int[] scores = IntStream.range(0, columns.size())
                .map(i -> i == except || columns.get(i).numeric() == 0 ? 0 : score.applyAsInt(columns.get(i)))
                .toArray();
        int highest = IntStream.of(scores).max().orElse(0);
        return highest <= 0
                ? OptionalInt.empty()
                : IntStream.range(0, scores.length).filter(i -> scores[i] == highest).findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_|_$", "");
    }

    private static int lrScore(Column column, int rows) {
        int byName = lrNameScore(column.name());
        return byName > 0 ? byName : isNamed(column) || rows < 3 ? 0 : lrValuesScore(column);
    }

    private static int lrNameScore(String name) {
        String plain = plain(name);
        if (LR.matcher(plain).matches()) {
            return 100;
        }
        if (LOG_LR.matcher(plain).matches()) {
            return 95;
        }
        return PART_OF_LR.matcher(plain).matches() && !NOT_LR.matcher(plain).matches() ? BY_PART : 0;
    }

    /// Whether the column's name says that it is something else than a learning rate.
    private static boolean isNamed(Column column) {
        return lossNameScore(column.name()) > 0 || stepNameScore(column.name()) > 0 || plain(column.name()).contains("time");
    }

    /// A learning rate of a range test rises, over decades, and not by whole numbers.
    private static int lrValuesScore(Column column) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        double last = Double.NaN;
        int rises = 0;
        int falls = 0;
        boolean whole = true;
        for (int i = 0; i < column.size(); i++) {
            double value = column.get(i);
            if (Double.isFinite(value)) {
                rises += value > last ? 1 : 0;
                falls += value < last ? 1 : 0;
                whole &= value == Math.rint(value);
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
                last = value;
            }
        }
        boolean rising = rises > 0 && falls <= rises / 20;
        if (!rising || whole) {
            return 0;
        }
        if (least > 0 && greatest / least >= 10 && greatest <= 1000) {
            return 40;
        }
        boolean logarithms = least < -1 && least > -25 && greatest < 4 && greatest - least >= 1;
        return logarithms ? 30 : 0;
    }

    private static LrScale scale(Column column) {
        String plain = plain(column.name());
        double least = IntStream.range(0, column.size()).mapToDouble(column::get).filter(Double::isFinite).min().orElse(0);
        if (least >= 0) {
            return LrScale.LINEAR;
        }
        boolean natural = plain.contains("ln") || !plain.contains("10") && least < -12;
        return natural ? LrScale.LN : LrScale.LOG10;
    }

    private static int lossScore(Column column, int rows) {
        int byName = lossNameScore(column.name());
        boolean several = column.numeric() >= Math.min(2, rows);
        return several ? byName : 0;
    }

    private static int lossNameScore(String name) {
        String plain = plain(name);
        boolean heldOut = HELD_OUT.matcher(plain).matches();
        boolean smoothed = SMOOTHED.matcher(plain).matches();
        if (NOT_LOSS.matcher(plain).matches() || NOT_LOSS.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            return 0;
        }
        if (RAW_LOSS.matcher(plain).matches()) {
            return 110;
        }
        if (LOSS.matcher(plain).matches()) {
            return 100;
        }
        if (!plain.contains("loss") && !plain.contains("verlust") && !plain.contains("perte")) {
            return plain.equals("value") ? 10 : 0;
        }
        int total = plain.contains("total") || plain.endsWith("train_loss") || plain.endsWith("_loss") && plain.split("_").length == 2 ? 10 : 0;
        return heldOut ? 55 : smoothed ? BY_NAME : 60 + total;
    }

    /// For a file without names: a column that neither counts nor only rises.
    private static int lossLikeValues(Column column, int rows) {
        if (stepScore(column) > 0 || column.numeric() < rows / 2 || lrNameScore(column.name()) > 0) {
            return 0;
        }
        return plain(column.name()).contains("time") ? 0 : 5;
    }

    private static int stepNameScore(String name) {
        String plain = plain(name);
        return STEP.matcher(plain).matches() ? 100 : EPOCH.matcher(plain).matches() ? 50 : 0;
    }

    private static int stepScore(Column column) {
        int byName = stepNameScore(column.name());
        return byName > 0 ? byName : counts(column) ? 20 : 0;
    }

    /// 0, 1, 2 … or 10, 20, 30 …
    private static boolean counts(Column column) {
        if (column.size() < 3 || column.numeric() < column.size()) {
            return false;
        }
        double by = column.get(1) - column.get(0);
        for (int i = 1; i < column.size(); i++) {
            if (column.get(i) - column.get(i - 1) != by) {
                return false;
            }
        }
        return by >= 1 && by == Math.rint(by);
    }

    /// The learning rates of a column, whatever scale it is written in.
    public static double toLearningRate(double value, LrScale scale) {
        return switch (scale) {
            case LINEAR -> value;
            case LOG10 -> Math.pow(10, value);
            case LN -> Math.exp(value);
        };
    }

    /// These roles with the learning rate in another column, or in none.
    public ColumnRoles withLr(Table table, OptionalInt position) {
        LrScale newScale = position.isPresent() ? scale(table.columns().get(position.getAsInt())) : LrScale.LINEAR;
        return new ColumnRoles(position, newScale, certain(position), loss, lossCertainty, step);
    }

    public ColumnRoles withLr(Table table, int position) {
        return withLr(table, OptionalInt.of(position));
    }

    /// These roles with the loss in another column, or in none.
    public ColumnRoles withLoss(OptionalInt position) {
        return new ColumnRoles(lr, scale, lrCertainty, position, certain(position), step);
    }

    public ColumnRoles withLoss(int position) {
        return withLoss(OptionalInt.of(position));
    }

    private static Certainty certain(OptionalInt position) {
        return position.isPresent() ? Certainty.NAME : Certainty.NONE;
    }

    /// What a column is used as: `lr`, `loss`, `step`, or blank.
    public String roleOf(int position) {
        if (lr.orElse(-1) == position) {
            return "lr";
        }
        return loss.orElse(-1) == position ? "loss" : step.orElse(-1) == position ? "step" : "";
    }
}
