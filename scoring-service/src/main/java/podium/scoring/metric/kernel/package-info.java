/**
 * What metrics are made of: sums over rows, counts of classes, and orders of predictions, each for a part as a whole and
 * without each of its blocks.
 */
@NullMarked
package podium.scoring.metric.kernel;

import org.jspecify.annotations.NullMarked;
