package podium.scoring.lint;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether training rows are later than test rows where the split is by time: then the future answers the past. */
final class TimeLint {
    private TimeLint() {}

    static LintResult check(long @Nullable [] times, int[] train, int[] test) {
        if (times == null) {
            return LintResult.notApplicable("time-order", "The split is not by time.");
        }
        long latest = Arrays.stream(train).mapToLong(row -> times[row]).max().orElse(Long.MIN_VALUE);
        long earliest = Arrays.stream(test).mapToLong(row -> times[row]).min().orElse(Long.MAX_VALUE);
        long late = Arrays.stream(train).filter(row -> times[row] >= earliest).count();
        return latest >= earliest
                ? LintResult.blocked(
                        "time-order",
                        late + " training rows are not earlier than the first test row.",
                        Map.of("rows", (double) late))
                : LintResult.passed("time-order", "All training rows are earlier than all test rows.", Map.of());
    }
}
