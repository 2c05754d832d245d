package podium.scoring.attack;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import podium.scoring.ratings.DateRule;
import podium.scoring.ratings.RatingsRelease;

/**
 * A release with the numbers that its records have in an attack.
 *
 * @param release what is published
 * @param recordOf the number of each user's record; null where it is the user's
 * @param recordNumbers one more than the greatest number
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a list of boxed numbers would be four times as large
record Records(RatingsRelease release, int @Nullable [] recordOf, int recordNumbers) {
    /** Each user's record under the user's own number. */
    static Records of(RatingsRelease release) {
        return new Records(release, null, release.raw().users());
    }

    int recordOf(int user) {
        return recordOf == null ? user : recordOf[user];
    }

    /** How many records have a number below. */
    int below(int number) {
        return recordOf == null
                ? 0
                : (int) Arrays.stream(recordOf).filter(own -> own < number).count();
    }

    /** Whether days are published. */
    boolean dated() {
        return release.raw().dated() && release.dates() != DateRule.DROP;
    }
}
