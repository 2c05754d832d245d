package podium.scoring.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much of the raw ratings a plan publishes: the three stages that a search for a plan that passes turns.
 *
 * @param userShare the share of users who are published, above 0 and at most 1
 * @param rowShare the share of each published user's rows, above 0 and at most 1
 * @param rowCap the most rows of a user, at least 1; {@link #NO_CAP} if there is no limit
 */
public record Sampling(double userShare, double rowShare, int rowCap) {
    /** There is no limit to the rows of a user. */
    public static final int NO_CAP = Integer.MAX_VALUE;

    private static final double FEWEST = 1e-3;
    private static final int FIRST_CAP = 20;

    public Sampling {
        if (!(userShare > 0 && userShare <= 1 && rowShare > 0 && rowShare <= 1 && rowCap >= 1)) {
            throw new IllegalArgumentException("Shares are above 0 and at most 1, and a cap is 1 at least");
        }
    }

    /** The same with one stage halved (a cap of 20 where there is none), each way that is left. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        if (userShare / 2 >= FEWEST) {
            steps.add(new Step("sample-users", new Sampling(userShare / 2, rowShare, rowCap)));
        }
        if (rowShare / 2 >= FEWEST) {
            steps.add(new Step("sample-rows", new Sampling(userShare, rowShare / 2, rowCap)));
        }
        if (rowCap >= 2) {
            int cap = rowCap == NO_CAP ? FIRST_CAP : rowCap / 2;
            steps.add(new Step("cap-rows", new Sampling(userShare, rowShare, cap)));
        }
        return steps;
    }

    /** In words, such as {@code 10 % of users, 25 % of their rows, at most 20 a user}. */
    public String words() {
        String cap = rowCap == NO_CAP ? "" : ", at most " + rowCap + " a user";
        return share(userShare) + " of users, " + share(rowShare) + " of their rows" + cap;
    }

    private static String share(double share) {
        String percent = String.format(Locale.ROOT, "%.2f", 100 * share);
        return percent.replaceAll("\\.?0+$", "") + " %";
    }

    /**
     * One stage changed.
     *
     * @param stage the stage's id
     * @param sampling what it makes of the plan
     */
    record Step(String stage, Sampling sampling) {}
}
