/** Sorting for metrics: in place or in a bounded scratch, over primitive arrays. Knows nothing of metrics. */
@NullMarked
package podium.scoring.metric.order;

import org.jspecify.annotations.NullMarked;
