package podium.scoring.attack;

/**
 * How well an attacker knows the days of the ratings that he knows.
 *
 * @param errorDays he is wrong by at most so many days, each error as likely; -1 if he does not know the days
 */
public record DateKnowledge(int errorDays) {
    /** He does not know the days, or none are published. */
    public static final DateKnowledge UNKNOWN = new DateKnowledge(-1);

    public DateKnowledge {
        if (errorDays < -1) {
            throw new IllegalArgumentException("An error in days is not negative: " + errorDays);
        }
    }

    /** Whether the days are known at all. */
    public boolean known() {
        return errorDays >= 0;
    }
}
