/**
 * Metrics: from truth and predictions to a score. Pure kernels over primitive arrays: no clock, no I/O, no framework, and
 * the same bits on every machine, thread count and run.
 *
 * <p>{@link podium.scoring.metric.Metrics} finds a {@link podium.scoring.metric.Metric} by name and settings; it prepares a
 * {@link podium.scoring.metric.Kernel} for a {@link podium.scoring.metric.Truth}; that gives an
 * {@link podium.scoring.metric.Evaluation} for each part. Kernels are of few kinds: sums over rows (SumKernel), counts of
 * classes (ClassKernel), the order of the predictions of two classes (TwoClassKernel), and it against the order of the
 * labels (RankKernel).
 */
@NullMarked
package podium.scoring.metric;

import org.jspecify.annotations.NullMarked;
