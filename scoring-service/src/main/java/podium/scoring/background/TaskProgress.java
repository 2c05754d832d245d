package podium.scoring.background;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How far a background task is.
 *
 * @param stage the stage that it is in
 * @param done how many units of the stage are done
 * @param units how many there are: rows, people or cells; 0 if nobody knows
 * @param unitsPerSecond how fast it goes
 * @param secondsLeft until the stage ends, null if nobody knows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskProgress(
        String stage,
        long done,
        long units,
        double unitsPerSecond,
        @Nullable Long secondsLeft) {

    static TaskProgress of(String stage, long done, long units, double seconds) {
        double rate = seconds > 0 ? done / seconds : 0;
        Long left = units > 0 && rate > 0 ? Math.round(Math.max(0, units - done) / rate) : null;
        return new TaskProgress(stage, done, units, Math.round(rate * 10) / 10.0, left);
    }
}
