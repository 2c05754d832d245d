@NullMarked
package podium.scoring.metric.order;

import org.jspecify.annotations.NullMarked;
