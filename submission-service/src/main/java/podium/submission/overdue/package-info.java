/** Submissions whose outcome does not come: reminded of, then given up. */
@NullMarked
package podium.submission.overdue;

import org.jspecify.annotations.NullMarked;
