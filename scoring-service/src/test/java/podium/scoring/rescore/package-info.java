@NullMarked
package podium.scoring.rescore;

import org.jspecify.annotations.NullMarked;
