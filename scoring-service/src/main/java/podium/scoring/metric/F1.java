package podium.scoring.metric;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.scoring.metric.kernel.ClassCounts;
import podium.scoring.metric.kernel.ClassKernel;

/**
 * F1, the harmonic mean of precision and recall: {@code 2 tp / (2 tp + fp + fn)} ({@code sklearn.metrics.f1_score} with
 * {@code zero_division=0}).
 *
 * @param averaging of which class, or how over the classes
 * @param positiveClass the class that {@link Averaging#BINARY} is about, counted from 0
 */
public record F1(Averaging averaging, int positiveClass) implements Metric {
    private static final Setting.Whole POSITIVE = new Setting.Whole(
            "positiveClass",
            "with averaging binary, the class that counts as positive, by its place in the declared order from 0; on binary"
                    + " tasks 1 is the positive label",
            0,
            Integer.MAX_VALUE,
            1);

    static final List<Setting> SETTINGS = List.of(
            Words.setting(
                    "averaging",
                    "binary: F1 of one class; macro: the mean of the F1 of each class; micro: F1 of all decisions together",
                    Averaging.BINARY),
            POSITIVE);

    /** Of which class, or how over the classes. */
    public enum Averaging {
        /** Of the positive class. */
        BINARY,
        /** The mean over the classes that are true or predicted somewhere. */
        MACRO,
        /** Of the decisions about all classes together, which for one label a row is the accuracy. */
        MICRO
    }

    public F1 {
        Settings.check(POSITIVE, positiveClass);
    }

    @Override
    public String name() {
        return "f1";
    }

    @Override
    public String definition() {
        return "F1: 2 tp / (2 tp + fp + fn), of true positives, false positives and false negatives; on binary tasks a"
                + " prediction above 0.5 says positive.";
    }

    @Override
    public String edgeCases() {
        return "0 / 0 is 0. Macro averages over the classes that are true or predicted on the part. A name that is not a label"
                + " is a wrong prediction, and a class of its own for macro.";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.BINARY, TaskKind.CATEGORY);
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("averaging", Words.of(averaging), "positiveClass", positiveClass);
    }

    @Override
    public Kernel kernel(Truth truth) {
        if (averaging == Averaging.BINARY
                && truth.labels() instanceof Values.Codes
                && positiveClass >= truth.classes()) {
            throw new IllegalArgumentException("There is no class " + positiveClass + " of " + truth.classes());
        }
        return new ClassKernel(truth, false, counts -> switch (averaging) {
            case BINARY -> ofClass(counts, positiveClass);
            case MACRO -> macro(counts);
            case MICRO -> (double) counts.right() / counts.rows();
        });
    }

    private static double macro(ClassCounts counts) {
        double sum = 0;
        int classes = 0;
        for (int k = 0; k < counts.truths().length; k++) {
            if (counts.truths()[k] > 0 || counts.predicted()[k] > 0) {
                sum += ofClass(counts, k);
                classes++;
            }
        }
        return sum / classes;
    }

    private static double ofClass(ClassCounts counts, int k) {
        double both = (double) counts.truths()[k] + counts.predicted()[k];
        return both == 0 ? 0 : 2.0 * counts.hits()[k] / both;
    }
}
