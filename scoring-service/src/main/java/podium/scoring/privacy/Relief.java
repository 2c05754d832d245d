package podium.scoring.privacy;

/**
 * What raising one quasi-identifier by one level, and nothing else, would change.
 *
 * @param column the quasi-identifier
 * @param fromLevel its level in the plan
 * @param toLevel the level that was tried
 * @param suppressedRows how many rows would be suppressed then
 * @param enough whether that would pass
 */
public record Relief(String column, int fromLevel, int toLevel, int suppressedRows, boolean enough) {}
