package podium.submission.team;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A team's name on the board.
 *
 * @param shown as the team wrote it, white space tidied
 * @param key how it is compared: two names with the same key look the same (NFKC, lower case)
 */
public record TeamName(String shown, String key) {
    private static final int LONGEST = 80;

    /** The name, empty if it has not 1 to 80 characters or has control or format characters. */
    public static Optional<TeamName> of(String text) {
        String shown = Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
        boolean visible = shown.codePoints().allMatch(TeamName::visible);
        if (shown.isEmpty() || shown.length() > LONGEST || !visible) {
            return Optional.empty();
        }
        String key = Normalizer.normalize(shown, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Optional.of(new TeamName(shown, key));
    }

    /** Neither control characters nor invisible ones (such as those that turn the direction of writing around). */
    private static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
