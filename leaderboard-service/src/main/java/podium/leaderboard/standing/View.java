package podium.leaderboard.standing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two boards of a contest. */
public enum View {
    /** The live one, from released scores. */
    PUBLIC,
    /** The one that decides, from private scores; nobody sees it before all of them are revealed. */
    PRIVATE;

    /** Reads the word of events and APIs; empty for a word that names no view. */
    public static Optional<View> of(String word) {
        return Arrays.stream(values()).filter(view -> view.word().equals(word)).findFirst();
    }

    /** The word of events and APIs: {@code public} or {@code private}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
