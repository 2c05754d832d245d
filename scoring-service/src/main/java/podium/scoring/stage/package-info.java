/** What is told of the stages of long work: how far one is, and what it did when it ended. Pure. */
@NullMarked
package podium.scoring.stage;

import org.jspecify.annotations.NullMarked;
