/**
 * Metrics: from truth and predictions to a score. Pure kernels over primitive arrays: no clock, no I/O, no framework, and
 * the same bits on every machine, thread count and run.
 *
 * <p>{@link podium.scoring.metric.Metrics} finds a {@link podium.scoring.metric.Metric} by name and settings; it prepares a
 * {@link podium.scoring.metric.Kernel} for a {@link podium.scoring.metric.Truth}; that gives an
 * {@link podium.scoring.metric.Evaluation} for each part. What kernels are made of is in the package {@code kernel}: sums over
 * rows, counts of classes, the order of the predictions of two classes, and that order against the order of the labels.
 */
@NullMarked
package podium.scoring.metric;

import org.jspecify.annotations.NullMarked;
