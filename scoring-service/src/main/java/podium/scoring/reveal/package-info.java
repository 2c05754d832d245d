/** The end of a contest: once every accepted submission is terminal, the private scores of the selected ones are told. */
@NullMarked
package podium.scoring.reveal;

import org.jspecify.annotations.NullMarked;
