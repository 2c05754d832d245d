/** Reading the history of a contest, so that everybody can check it. */
@NullMarked
package podium.submission.audit;

import org.jspecify.annotations.NullMarked;
