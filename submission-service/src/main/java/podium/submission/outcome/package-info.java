/** What scoring says about submissions: scored, rejected, failed. */
@NullMarked
package podium.submission.outcome;

import org.jspecify.annotations.NullMarked;
