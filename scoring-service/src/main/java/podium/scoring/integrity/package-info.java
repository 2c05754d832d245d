/**
 * What looks like copying or probing, for the organizers to judge: files of one contest are compared in the background by
 * what is kept of them, and flags are raised. A flag is for a human. It disqualifies nobody, and nothing of it leaves by
 * event or reaches a contestant.
 */
@NullMarked
package podium.scoring.integrity;

import org.jspecify.annotations.NullMarked;
