package podium.scoring.pipeline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import podium.scoring.contest.Task;
import podium.scoring.metric.Form;
import podium.scoring.scoring.TaskForm;
import podium.scoring.utility.Baseline;

/**
 * The baseline's predictions as a prediction file has them. They are made of the published training rows and of what is published of
 * the test rows, so anybody could have made them.
 */
final class BaselineRows {
    private static final MathContext DIGITS = new MathContext(6);
    private static final String POSITIVE = "1";

    private final String model;
    private final TaskForm.Usable form;
    private final Baseline baseline;
    private final IntUnaryOperator rowOfPlace;
    private final List<String> labels;

    private BaselineRows(
            String model, TaskForm.Usable form, Baseline baseline, IntUnaryOperator rowOfPlace, List<String> labels) {
        this.model = model;
        this.form = form;
        this.baseline = baseline;
        this.rowOfPlace = rowOfPlace;
        this.labels = List.copyOf(labels);
    }

    /**
     * The predictions, empty where the task asks for more than the baseline has to say: a distribution.
     *
     * @param model what the baseline is, in words
     * @param rowOfPlace the raw row of each row of test.csv, by its place
     * @param labels the labels as the solution has them, by their codes; empty where numbers are predicted
     */
    static Optional<BaselineRows> of(
            String model, TaskForm.Usable form, Baseline baseline, IntUnaryOperator rowOfPlace, List<String> labels) {
        boolean says = form.form() == Form.NUMBER || form.form() == Form.NAME || form.form() == Form.PROBABILITIES;
        return says ? Optional.of(new BaselineRows(model, form, baseline, rowOfPlace, labels)) : Optional.empty();
    }

    /** What the baseline is, in words. */
    String model() {
        return model;
    }

    /** The cells of a row of test.csv behind its id. */
    List<String> cells(int place) {
        double[] said = baseline.predict(rowOfPlace.applyAsInt(place));
        return switch (form.form()) {
            case NUMBER -> List.of(text(number(said)));
            case NAME -> List.of(labels.get(likeliest(said)));
            case PROBABILITIES ->
                form.classes().stream()
                        .map(name -> text(probability(said, name)))
                        .toList();
            case TARGETS, GRID, LIST -> throw new IllegalStateException("No baseline says " + form.form());
        };
    }

    private double number(double[] said) {
        return form.task().kind() == Task.Kind.BINARY ? probability(said, POSITIVE) : said[0];
    }

    private double probability(double[] said, String label) {
        int code = labels.indexOf(label);
        return code < 0 ? 0 : said[code];
    }

    private static int likeliest(double[] said) {
        double most = Arrays.stream(said).max().orElseThrow();
        int label = 0;
        while (said[label] < most) {
            label++;
        }
        return label;
    }

    private String text(double value) {
        BigDecimal number = BigDecimal.valueOf(form.bounds().clamp(value)).round(DIGITS);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
