@NullMarked
package podium.scoring.lint;

import org.jspecify.annotations.NullMarked;
