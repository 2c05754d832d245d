@NullMarked
package podium.scoring.work;

import org.jspecify.annotations.NullMarked;
