@NullMarked
package podium.scoring.statistics;

import org.jspecify.annotations.NullMarked;
