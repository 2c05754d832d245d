package podium.leaderboard.standing;

import java.util.Optional;
import java.util.UUID;

/** Names a board: the contest and which of its two views. */
public record BoardKey(UUID contestId, View view) {

    /** Reads what {@link #toString()} wrote; empty for anything else. */
    public static Optional<BoardKey> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        try {
            UUID contest = UUID.fromString(text.substring(0, slash));
            return View.of(text.substring(slash + 1)).map(view -> new BoardKey(contest, view));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Contest and view with a slash between them. */
    @Override
    public String toString() {
        return contestId + "/" + view.word();
    }
}
