package podium.submission.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MoveTest {

    /** By hand, from the description of the lifecycle. */
    @Test
    void these_are_all_ways_from_one_state_to_another() {
        Set<String> ways = new TreeSet<>();
        for (Move move : Move.values()) {
            for (ContestState from : ContestState.values()) {
                if (move.possibleIn(from)) {
                    ways.add(from.wire() + " " + move.word() + " "
                            + move.to(false).wire());
                }
            }
        }

        assertThat(ways)
                .containsExactlyInAnyOrder(
                        "draft schedule scheduled",
                        "draft open open",
                        "draft cancel cancelled",
                        "scheduled withdraw draft",
                        "scheduled open open",
                        "scheduled cancel cancelled",
                        "open reach-target last-call",
                        "open pause paused",
                        "open close closed",
                        "open cancel cancelled",
                        "last-call pause paused",
                        "last-call close closed",
                        "last-call cancel cancelled",
                        "paused resume open",
                        "paused close closed",
                        "paused cancel cancelled",
                        "closed verify verifying",
                        "closed end ended-without-award",
                        "verifying award awarded",
                        "verifying end ended-without-award",
                        "awarded archive archived",
                        "ended-without-award archive archived",
                        "cancelled archive archived");
    }

    @Test
    void a_pause_in_last_call_ends_in_last_call() {
        assertThat(Move.RESUME.to(true)).isEqualTo(ContestState.LAST_CALL);
        for (Move move : EnumSet.complementOf(EnumSet.of(Move.RESUME))) {
            assertThat(move.to(true)).isEqualTo(move.to(false));
        }
    }

    @Test
    void every_state_is_read_by_its_word() {
        for (ContestState state : ContestState.values()) {
            assertThat(ContestState.of(state.wire())).isEqualTo(state);
        }
        assertThat(ContestState.LAST_CALL.wire()).isEqualTo("last-call");
        assertThat(ContestState.find("LAST_CALL")).isEmpty();
    }
}
