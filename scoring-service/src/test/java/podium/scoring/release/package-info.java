@NullMarked
package podium.scoring.release;

import org.jspecify.annotations.NullMarked;
