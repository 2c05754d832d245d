package podium.leaderboard.contest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.UUID;

/** The event of that name: a snapshot of one person's standing in one contest. */
record EntrantChanged(UUID contestId, String subjectId, int version, Status status) {

    enum Status {
        @JsonProperty("invited")
        INVITED,
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("removed")
        REMOVED;

        static Status of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
