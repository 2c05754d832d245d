/** Leaks that give labels away to whoever looks closely: each lint with its evidence. Pure. */
@NullMarked
package podium.scoring.lint;

import org.jspecify.annotations.NullMarked;
