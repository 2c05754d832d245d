@NullMarked
package podium.scoring.scoring;

import org.jspecify.annotations.NullMarked;
