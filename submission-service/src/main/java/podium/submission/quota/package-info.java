/** How many submissions a team has left today, and the places that uploads in progress hold. */
@NullMarked
package podium.submission.quota;

import org.jspecify.annotations.NullMarked;
