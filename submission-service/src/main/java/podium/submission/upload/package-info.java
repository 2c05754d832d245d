/** Taking in a prediction file: streamed, hashed, bounded, accepted in one transaction. */
@NullMarked
package podium.submission.upload;

import org.jspecify.annotations.NullMarked;
