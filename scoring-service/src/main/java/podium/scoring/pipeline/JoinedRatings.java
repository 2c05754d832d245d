package podium.scoring.pipeline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podium.scoring.pipeline.EarlierReleases.EarlierRatings;
import podium.scoring.ratings.RatingsRelease;
import podium.scoring.raw.RatingsTable;

/**
 * A release of ratings and earlier ones with the same codes for the same people and items, which are known by their raw names.
 *
 * @param release what is to be published
 * @param earlier what was published before
 */
record JoinedRatings(RatingsRelease release, List<RatingsRelease> earlier) {

    static JoinedRatings of(RatingsTable table, RatingsRelease release, List<EarlierRatings> before) {
        if (before.isEmpty()) {
            return new JoinedRatings(release, List.of());
        }
        Map<String, Integer> users = new HashMap<>(table.users());
        Map<String, Integer> items = new HashMap<>(table.items());
        List<int[]> userCodes =
                before.stream().map(other -> codes(other.users(), users)).toList();
        List<int[]> itemCodes =
                before.stream().map(other -> codes(other.items(), items)).toList();
        RatingsRelease[] recoded = new RatingsRelease[before.size()];
        Arrays.setAll(
                recoded,
                i -> before.get(i).release().recoded(users.size(), items.size(), userCodes.get(i), itemCodes.get(i)));
        return new JoinedRatings(release.among(users.size(), items.size()), List.of(recoded));
    }

    /** The code of each name among all; names that are not there yet get the next ones. */
    private static int[] codes(Map<String, Integer> own, Map<String, Integer> all) {
        int[] codes = new int[own.size()];
        own.forEach((name, code) -> {
            Integer next = all.size();
            Integer known = all.putIfAbsent(name, next);
            codes[code] = known == null ? next : known;
        });
        return codes;
    }
}
