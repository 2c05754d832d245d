/** A thin layer over JDBC: boards live by locks and statements over sets, which are clearer in SQL than in entities. */
@NullMarked
package podium.leaderboard.database;

import org.jspecify.annotations.NullMarked;
