package podium.leaderboard.contest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A contest as boards know it.
 *
 * @param version of the snapshot, from 1
 * @param organizers subject ids of the people who run it
 * @param decimals how many decimals scores have
 */
public record Contest(
        UUID id,
        int version,
        String slug,
        State state,
        Visibility visibility,
        List<String> organizers,
        int decimals,
        Instant changedAt) {

    public Contest {
        organizers = List.copyOf(organizers);
    }

    /** How far a contest is. */
    public enum State {
        /** Being prepared: its organizers alone know of it. */
        DRAFT,
        /** Will open by the clock. */
        SCHEDULED,
        /** Taking submissions. */
        OPEN,
        /** Taking submissions for the last time: a score has reached the target. */
        LAST_CALL,
        /** Takes no submissions for a while. */
        PAUSED,
        /** Over. */
        CLOSED,
        /** The private board is known, its winner is not confirmed. */
        VERIFYING,
        /** The winner is confirmed. */
        AWARDED,
        /** Nobody could be confirmed. */
        ENDED_WITHOUT_AWARD,
        /** Given up before its end. */
        CANCELLED,
        /** Over for good: the keys of its data are destroyed; its boards stay. */
        ARCHIVED;

        /** Reads the word of events and tables. */
        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** The word of events and tables. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Who may see a contest that is no draft any more. */
    public enum Visibility {
        /** Everyone. */
        @JsonProperty("public")
        PUBLIC,
        /** Who has entered it. */
        @JsonProperty("entrants")
        ENTRANTS,
        /** Who was invited or has entered it. */
        @JsonProperty("invited")
        INVITED;

        /** Reads the word of events and tables. */
        public static Visibility of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** The word of events and tables. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
