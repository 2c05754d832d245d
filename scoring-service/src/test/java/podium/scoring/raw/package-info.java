@NullMarked
package podium.scoring.raw;

import org.jspecify.annotations.NullMarked;
