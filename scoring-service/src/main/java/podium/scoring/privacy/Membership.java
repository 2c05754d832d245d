package podium.scoring.privacy;

import java.util.Locale;
import java.util.Optional;

/**
 * How well people in a release are told from people who are not, by a number that is greater the more somebody seems to be in it.
 *
 * @param members people in the release that were compared
 * @param others people like them, looked for as if their own rows were not published; 0 where there is nothing to tell
 * @param auc the share of pairs of both in which the one inside has the greater number, ties half; 0.5 says nothing
 * @param upper95 what the AUC is at most with 95 % confidence, one-sided
 * @param advantage the share of members that are rightly taken for such less the share of others that are wrongly, by the
 *     best threshold; as that is chosen on the same people, rather too much than too little
 */
public record Membership(int members, int others, double auc, double upper95, double advantage) {
    /**
     * The most that the upper limit of the AUC may be where membership is sensitive. At .6 a person inside and one outside are told
     * apart in 60 of 100 pairs, 50 being chance; the best threshold then has an advantage of about .14 where both kinds of
     * nearness are normal with equal spread (AUC = Phi(d / sqrt 2), advantage = 2 Phi(d / 2) - 1). A thousand
     * people of each kind with an AUC of .5 have an upper limit of .521, so the limit refuses leaks and not noise.
     */
    public static final double LIMIT = 0.6;

    /** The 95 % quantile of the normal distribution. */
    private static final double Z_95 = 1.6448536269514722;

    /**
     * Compares numbers.
     *
     * @param inside of people in the release, from 0
     * @param outside of people who are not
     * @param most the greatest number there is
     */
    static Membership of(int[] inside, int[] outside, int most) {
        if (inside.length == 0 || outside.length == 0) {
            return new Membership(inside.length, outside.length, 0.5, 0.5, 0);
        }
        long[] in = counts(inside, most);
        long[] out = counts(outside, most);
        double better = 0;
        double advantage = 0;
        long insideBelow = 0;
        long outsideBelow = 0;
        for (int number = 0; number <= most; number++) {
            better += in[number] * (outsideBelow + out[number] / 2.0);
            insideBelow += in[number];
            outsideBelow += out[number];
            advantage =
                    Math.max(advantage, (double) outsideBelow / outside.length - (double) insideBelow / inside.length);
        }
        double auc = better / ((double) inside.length * outside.length);
        return new Membership(
                inside.length, outside.length, auc, upper95(auc, inside.length, outside.length), advantage);
    }

    private static long[] counts(int[] numbers, int most) {
        long[] counts = new long[most + 1];
        for (int number : numbers) {
            counts[number]++;
        }
        return counts;
    }

    /**
     * The normal limit with the standard error of Hanley and McNeil (<i>The Meaning and Use of the Area under a ROC Curve</i>,
     * Radiology 143, 1982, formula 1), which ties make rather too wide than too narrow.
     */
    static double upper95(double auc, int members, int others) {
        double twoMembers = auc / (2 - auc);
        double twoOthers = 2 * auc * auc / (1 + auc);
        double variance =
                (auc * (1 - auc) + (members - 1) * (twoMembers - auc * auc) + (others - 1) * (twoOthers - auc * auc))
                        / ((double) members * others);
        return Math.min(1, auc + Z_95 * Math.sqrt(Math.max(0, variance)));
    }

    /** What is wrong with it where membership is sensitive; nothing if the upper limit keeps the bound. */
    public Optional<Verdict.Reason> reason(double limit) {
        if (upper95 <= limit) {
            return Optional.empty();
        }
        return Optional.of(new Verdict.Reason(
                "membership-told",
                String.format(
                        Locale.ROOT,
                        "Somebody who has a person's whole record tells who is in the release: of %,d people inside and %,d outside"
                                + " he orders %.1f %% of the pairs rightly (at most %.1f %% with 95 %% confidence, 50 is chance; the"
                                + " bound is %.1f %%), and with the best threshold finds %.1f %% more of those inside than he wrongly"
                                + " takes of the others. Publish fewer features, or coarser ones.",
                        members,
                        others,
                        100 * auc,
                        100 * upper95,
                        100 * limit,
                        100 * advantage)));
    }
}
