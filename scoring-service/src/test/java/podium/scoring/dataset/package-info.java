@NullMarked
package podium.scoring.dataset;

import org.jspecify.annotations.NullMarked;
