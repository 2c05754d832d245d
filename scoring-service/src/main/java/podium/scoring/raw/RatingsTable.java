package podium.scoring.raw;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podium.scoring.ratings.Ratings;

/**
 * Ratings as they were read.
 *
 * @param ratings who rated what, how, and when
 * @param attributes columns that say something about the item: for each by name the value of every item, by its code
 * @param users the code of every user by its raw name
 * @param items the code of every item by its raw name
 * @param varying columns that were to say something about the item, but have several values for one
 */
public record RatingsTable(
        Ratings ratings,
        Map<String, Integer> users,
        Map<String, Integer> items,
        Map<String, List<String>> attributes,
        List<String> varying) {
    public RatingsTable {
        users = Collections.unmodifiableMap(users);
        items = Collections.unmodifiableMap(items);
        attributes = Map.copyOf(attributes);
        varying = List.copyOf(varying);
    }

    /** The same with more that is said about the items. */
    public RatingsTable with(Map<String, List<String>> more) {
        Map<String, List<String>> all = new HashMap<>(attributes);
        all.putAll(more);
        return new RatingsTable(ratings, users, items, all, varying);
    }
}
