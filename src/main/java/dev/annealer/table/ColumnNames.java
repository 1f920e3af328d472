package dev.annealer.table;

import java.util.Locale;
import java.util.regex.Pattern;

/// What the names of columns say about them. A score is 0 where a name does not speak for a role.
final class ColumnNames {
    /// From here on a name says it all.
    static final int BY_NAME = 90;

    /// From here on a part of the name says it.
    static final int BY_PART = 30;

    private static final String SEPARATOR = " - ";
    private static final Pattern HUMP = Pattern.compile("(\\p{Ll})(\\p{Lu})");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern OUTER_MARK = Pattern.compile("^_|_$");
    private static final Pattern LR = Pattern.compile("lrs?|learning_rates?|learningrates?|learn_rate|lernraten?"
            + "|taux_d_apprentissage"
            + "|tasa_de_aprendizaje|taxa_de_aprendizado|tasso_di_apprendimento|скорость_обучения|学习率|学習率|current_lr"
            + "|lr_list|lr_history");
    private static final Pattern LOG_LR =
            Pattern.compile("(log10|log_10|log|ln)_?(lrs?|learning_rates?)|(lrs?|learning_rates?)_(log10|log_10|log|ln)");
    private static final Pattern PART_OF_LR = Pattern.compile("(.*_)?lrs?\\d*(_.*)?|.*learning_?rate.*|.*lernrate.*"
            + "|lr[a-z]?\\d+");
    private static final Pattern NOT_LR =
            Pattern.compile(".*(scheduler|decay|mult|ratio|scale|sched|momentum|beta|loss|acc|finder|patience|optimal"
                    + "|suggest|best).*");
    private static final Pattern RAW_LOSS = Pattern.compile("raw_(train_)?loss(es)?|loss(es)?_raw|unsmoothed_loss(es)?");
    private static final Pattern LOSS = Pattern.compile("loss|losses|train(ing)?_loss(es)?|trn_loss|tr_loss"
            + "|loss_train(ing)?|batch_loss(es)?"
            + "|total_loss|trl|verlust|trainingsverlust|perte|pérdida|perdida|perda|perdita|потери|потеря|функция_потерь|损失|損失"
            + "|train_total_loss|loss_total|nll|train_nll|train_loss_step|loss_step");
    private static final Pattern PART_OF_LOSS = Pattern.compile(".*(loss|verlust|perte|pérdida|потер).*");
    private static final Pattern SMOOTHED = Pattern.compile(".*(smooth|ema|avg|average|running|mean|geglättet|сглаж).*");
    private static final Pattern HELD_OUT = Pattern.compile("(.*_)?(val|valid|validation|eval|test|dev|tel)(_.*)?"
            + "|val[a-z]*loss|tel");
    private static final Pattern NOT_LOSS =
            Pattern.compile(".*_(scale|min|max|std|weight|count|scaler|lr)|(loss_scale|best|min|max|final|lowest|stop)_.*");
    private static final Pattern LIKE_A_LOSS = Pattern.compile("(.*_)?(mse|rmse|mae|cost|objective|error|err|perplexity|ppl|"
            + "cross_entropy|crossentropy|ce|bce|nll|criterion|ошибка|fehler)(_.*)?");
    private static final Pattern NO_LOSS_AT_ALL = Pattern.compile("(.*_)?(acc|accuracy|.*accuracy|f1|precision|recall"
            + "|auc|iou|miou|m?ap\\d*|grad"
            + "|norm|gnorm|time|timestamp|wall|speed|tokens|tps|mem|memory|gpu|momentum|mom|beta\\d?|seed|run|sweep"
            + "|bleu|rouge|top\\d|r2|mfu"
            + "|eta|samples|psnr|ssim|decay|date|scale|epoch|step|iter|genauigkeit|точность)(_.*)?");
    private static final Pattern STEP = Pattern.compile("(global_|train_|total_|trainer_|cur_|current_)*(steps?"
            + "|iterations?|iters?|it|batch|batches"
            + "|batch_idx|index|idx|global_iter|num_iter|updates?|num_updates|schritte?|étape|paso|passo|шаг|итерация"
            + "|步数|i|s)|global_step_.*");
    private static final Pattern PART_OF_STEP = Pattern.compile("(.*_)?(steps?|iterations?|iters?)");
    private static final Pattern EPOCH = Pattern.compile("(.*_)?epochs?|epoche|épo(que|ch)s?|época|эпоха|轮次");

    private ColumnNames() {}

    /// Lower case, with `_` in place of all else: `Train/Loss`, `trainLoss` and `train loss` are `train_loss`. Of a name such as
    /// `brisk-sun-12 - train/loss` the run does not count.
    static String plain(String name) {
        int run = name.lastIndexOf(SEPARATOR);
        String own = run < 0 ? name : name.substring(run + SEPARATOR.length());
        String parted = HUMP.matcher(own).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
        return OUTER_MARK.matcher(MARKS.matcher(parted).replaceAll("_")).replaceAll("");
    }

    /// The run that a name begins with; blank where it does not.
    static String run(String name) {
        int end = name.lastIndexOf(SEPARATOR);
        return end < 0 ? "" : name.substring(0, end);
    }

    private static boolean isExtreme(String name) {
        return name.endsWith("__MIN") || name.endsWith("__MAX");
    }

    static int lr(String name) {
        String plain = plain(name);
        if (LR.matcher(plain).matches()) {
            return 100;
        }
        if (LOG_LR.matcher(plain).matches()) {
            return 95;
        }
        boolean part = PART_OF_LR.matcher(plain).matches() && !NOT_LR.matcher(plain).matches() && !isExtreme(name);
        // The base of a schedule stays what it was; what the optimizer was given moves.
        return !part ? 0 : plain.contains("base") || plain.contains("initial") ? BY_PART : BY_PART + 10;
    }

    static boolean isLogarithm(String name) {
        return LOG_LR.matcher(plain(name)).matches();
    }

    /// Raw before smoothed, of training before held out, the total before its parts.
    static int loss(String name) {
        String plain = plain(name);
        if (NOT_LOSS.matcher(plain).matches() || isExtreme(name)) {
            return 0;
        }
        if (RAW_LOSS.matcher(plain).matches()) {
            return 110;
        }
        if (LOSS.matcher(plain).matches()) {
            return 100;
        }
        if (!PART_OF_LOSS.matcher(plain).matches()) {
            return plain.equals("value") ? 10 : LIKE_A_LOSS.matcher(plain).matches() ? 20 : 0;
        }
        if (HELD_OUT.matcher(plain).matches()) {
            return BY_PART;
        }
        if (SMOOTHED.matcher(plain).matches()) {
            return BY_PART + 10;
        }
        if (plain.contains("epoch")) {
            return BY_PART + 20;
        }
        boolean ofTwoWords = plain.endsWith("_loss") && plain.indexOf('_') == plain.lastIndexOf('_');
        boolean total = plain.contains("total") || plain.endsWith("train_loss") || ofTwoWords;
        return total ? BY_PART + 40 : BY_PART + 30;
    }

    /// Whether the name says that it is something else than a loss.
    static boolean isNoLoss(String name) {
        return NO_LOSS_AT_ALL.matcher(plain(name)).matches() || lr(name) > 0 || step(name) > 0 || isExtreme(name);
    }

    static int step(String name) {
        String plain = plain(name);
        if (STEP.matcher(plain).matches()) {
            return 100;
        }
        if (PART_OF_LOSS.matcher(plain).matches() || isExtreme(name)) {
            return 0;
        }
        return EPOCH.matcher(plain).matches() ? 50 : PART_OF_STEP.matcher(plain).matches() ? 40 : 0;
    }
}
