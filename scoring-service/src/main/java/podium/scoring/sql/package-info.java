/**
 * Metrics of the organizers' own: SQL over the tables {@code prediction} and {@code solution}, run in a process that has
 * nothing but these two tables.
 */
@NullMarked
package podium.scoring.sql;

import org.jspecify.annotations.NullMarked;
