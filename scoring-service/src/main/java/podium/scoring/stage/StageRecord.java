package podium.scoring.stage;

import java.util.Map;

/**
 * A stage that has ended.
 *
 * @param id stable, lower-case words joined by hyphens
 * @param parameters what it was told, by name; numbers, words, never values of the data
 * @param rowsIn rows before
 * @param rowsOut rows after
 */
public record StageRecord(String id, Map<String, Object> parameters, long rowsIn, long rowsOut) {
    public StageRecord {
        parameters = Map.copyOf(parameters);
    }
}
