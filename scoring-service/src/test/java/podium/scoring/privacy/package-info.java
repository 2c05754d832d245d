@NullMarked
package podium.scoring.privacy;

import org.jspecify.annotations.NullMarked;
