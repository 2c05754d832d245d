@NullMarked
package podium.scoring.metric;

import org.jspecify.annotations.NullMarked;
