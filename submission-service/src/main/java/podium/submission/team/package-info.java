/** Teams: the ranked unit. One person is in at most one team of a contest. */
@NullMarked
package podium.submission.team;

import org.jspecify.annotations.NullMarked;
