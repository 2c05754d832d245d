@NullMarked
package podium.scoring.utility;

import org.jspecify.annotations.NullMarked;
