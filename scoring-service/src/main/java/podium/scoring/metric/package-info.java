/**
 * Metrics: from truth and predictions to a score. Pure kernels over primitive arrays: no clock, no I/O, no framework, and
 * the same bits on every machine, thread count and run.
 */
@NullMarked
package podium.scoring.metric;

import org.jspecify.annotations.NullMarked;
