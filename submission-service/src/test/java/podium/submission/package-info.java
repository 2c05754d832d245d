/** The front desk: contests, terms, teams, released data, uploads, outcomes, final selection. */
@NullMarked
package podium.submission;

import org.jspecify.annotations.NullMarked;
