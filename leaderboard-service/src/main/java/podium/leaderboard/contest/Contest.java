package podium.leaderboard.contest;

import com.fasterxml.jackson.annotation.JsonProperty;
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
        @JsonProperty("draft")
        DRAFT,
        /** Taking submissions. */
        @JsonProperty("open")
        OPEN,
        /** Over. */
        @JsonProperty("closed")
        CLOSED,
        /** Over for good: the keys of its data are destroyed; its boards stay. */
        @JsonProperty("archived")
        ARCHIVED;

        /** Reads the word of events and tables. */
        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** The word of events and tables. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
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
