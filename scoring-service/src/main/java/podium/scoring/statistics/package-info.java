/** How sure a score is: errors from blocks of rows, comparisons of two submissions, bands of ties. Values and formulas only. */
@NullMarked
package podium.scoring.statistics;

import org.jspecify.annotations.NullMarked;
