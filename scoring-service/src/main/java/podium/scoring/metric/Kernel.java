package podium.scoring.metric;

import java.util.List;

/**
 * A metric prepared for one truth: what depends on the truth alone is computed once. Kernels have no state that changes;
 * threads share them.
 */
public interface Kernel {
    /**
     * Scores predictions on all parts of the truth.
     *
     * @param predictions as many predictions of the form that the metric asks for, numbers within {@link Metric#domain()}.
     *     They are the kernel's from now on: it may leave anything in their arrays
     * @return one evaluation for each part
     * @throws IllegalArgumentException the predictions are of another form, or not as many as there are rows
     */
    List<Evaluation> evaluate(Values predictions);
}
