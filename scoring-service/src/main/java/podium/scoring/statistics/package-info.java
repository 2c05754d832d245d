/** How sure a score is: errors from blocks of rows, comparisons of two submissions. Values and formulas only. */
@NullMarked
package podium.scoring.statistics;

import org.jspecify.annotations.NullMarked;
