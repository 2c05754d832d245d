@NullMarked
package podium.scoring.contest;

import org.jspecify.annotations.NullMarked;
