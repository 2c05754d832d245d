package podium.scoring.raw;

import java.util.List;
import java.util.Map;
import podium.scoring.ratings.Ratings;

/**
 * Ratings as they were read.
 *
 * @param ratings who rated what, how, and when
 * @param attributes columns that say something about the item: for each by name the value of every item, by its code
 * @param varying columns that were to say something about the item, but have several values for one
 */
public record RatingsTable(Ratings ratings, Map<String, List<String>> attributes, List<String> varying) {
    public RatingsTable {
        attributes = Map.copyOf(attributes);
        varying = List.copyOf(varying);
    }
}
