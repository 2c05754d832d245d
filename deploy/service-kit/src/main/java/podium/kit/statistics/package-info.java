/** Statistics that more than one service computes. Formulas only. */
@NullMarked
package podium.kit.statistics;

import org.jspecify.annotations.NullMarked;
