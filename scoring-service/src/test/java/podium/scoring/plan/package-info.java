@NullMarked
package podium.scoring.plan;

import org.jspecify.annotations.NullMarked;
