package podium.scoring.pipeline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import podium.scoring.lint.LintResult;
import podium.scoring.privacy.Verdict.Reason;
import podium.scoring.utility.Utility;

/** What stands in the way of a release, in the words of a refusal. */
final class Reasons {
    private Reasons() {}

    static List<Reason> ofLints(List<LintResult> lints) {
        return lints.stream()
                .filter(lint -> lint.outcome() == LintResult.Outcome.BLOCKED)
                .map(lint -> new Reason("leak-" + lint.id(), lint.message()))
                .toList();
    }

    static List<Reason> ofUtility(Utility utility, BigDecimal limit) {
        if (utility.worseBy() <= limit.doubleValue()) {
            return List.of();
        }
        return List.of(new Reason(
                "utility",
                String.format(
                        Locale.ROOT,
                        "A %s that learns from the release is %.1f %% worse than one that learns from the raw data (%s %.4f instead"
                                + " of %.4f); the contest allows %.1f %%. Keep more rows, or generalize less.",
                        utility.baseline(),
                        100 * utility.worseBy(),
                        utility.metric(),
                        utility.released(),
                        utility.raw(),
                        100 * limit.doubleValue())));
    }
}
