@NullMarked
package podium.leaderboard;

import org.jspecify.annotations.NullMarked;
