package podium.scoring.lint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import podium.scoring.anonymization.Column;
import podium.scoring.anonymization.EquivalenceClasses;

/**
 * Whether test rows are answered by training rows that are the same, or of the same person or household.
 *
 * <p>Rows of few columns are equal by chance, and in an anonymized table many are meant to be. Copies differ from such collisions in
 * two ways that both have to be there: they are many more than columns that were independent would give, and their labels agree.
 */
final class DuplicateLint {
    private static final double AGREEMENT = 0.99;
    private static final int TIMES_CHANCE = 5;
    private static final int FEW = 10;
    private static final double SHARE = 0.01;
    /** A column whose values have more rows than this on average is a category, not a group of rows that belong together. */
    private static final int LARGEST_GROUP = 20;

    private static final int LARGEST_ID_GROUP = 4;

    private DuplicateLint() {}

    /** Rows of both files that are equal in all raw columns. */
    static LintResult rows(LintedTable table) {
        int rows = table.label().rows();
        EquivalenceClasses classes = EquivalenceClasses.of(rows, publishedRaw(table));
        Answers answers = new Answers(table);
        Arrays.stream(table.train()).forEach(row -> answers.learn(classes.classOf(row), row));
        Arrays.stream(table.test()).forEach(row -> answers.ask(classes.classOf(row), row));
        double expected = expected(table, classes);
        Map<String, Double> figures = Map.of(
                "testRows",
                (double) table.test().length,
                "duplicates",
                (double) answers.asked,
                "expectedByChance",
                expected,
                "agreement",
                answers.agreement());
        boolean many = answers.asked >= Math.max(FEW, SHARE * table.test().length)
                && answers.asked > TIMES_CHANCE * expected + FEW;
        return many && answers.agreement() > AGREEMENT
                ? LintResult.blocked(
                        "duplicate-rows",
                        String.format(
                                Locale.ROOT,
                                "%,d of %,d test rows stand in the training rows too, and %.1f %% of these have the same label;"
                                        + " chance would explain about %,.0f. Remove the copies from the raw file.",
                                answers.asked,
                                table.test().length,
                                100 * answers.agreement(),
                                expected),
                        figures)
                : LintResult.passed(
                        "duplicate-rows",
                        String.format(
                                Locale.ROOT,
                                "%,d of %,d test rows are equal to a training row; they are no copies (%.1f %% agree in the label,"
                                        + " chance explains about %,.0f).",
                                answers.asked,
                                table.test().length,
                                100 * answers.agreement(),
                                expected),
                        figures);
    }

    /** A raw column whose values are on both sides and tell the label, as a household or a patient does. */
    static LintResult groups(LintedTable table) {
        int looked = 0;
        for (Column column : table.raw()) {
            if (column.name().equals(table.group()) || !isGrouping(column, table)) {
                continue;
            }
            looked++;
            Answers answers = new Answers(table);
            Arrays.stream(table.train()).forEach(row -> answers.learn(column.code(row), row));
            Arrays.stream(table.test()).forEach(row -> answers.ask(column.code(row), row));
            double share = (double) answers.asked / Math.max(1, table.test().length);
            if (share > 0.05 && answers.asked >= FEW && answers.isBeyondChance()) {
                return LintResult.blocked(
                        "shared-groups",
                        String.format(
                                Locale.ROOT,
                                "Rows with the same %s are on both sides (%.0f %% of the test rows), and the label of one tells that of"
                                        + " the other (%.1f %% instead of %.1f %% right). Declare it a group, so that it is not split.",
                                column.name(),
                                100 * share,
                                100 * answers.agreement(),
                                100 * answers.chance()),
                        Map.of("share", share, "agreement", answers.agreement(), "chance", answers.chance()));
            }
        }
        return LintResult.passed(
                "shared-groups",
                looked
                        + " columns group rows without being declared a group; none of them tells labels across the split.",
                Map.of("columns", (double) looked));
    }

    /** What is published of the raw file decides what can be equal; names and other dropped columns do not. */
    private static List<Column> publishedRaw(LintedTable table) {
        return table.raw().stream()
                .filter(raw -> table.published().stream()
                        .anyMatch(column -> column.name().equals(raw.name())))
                .toList();
    }

    /**
     * How many test rows would have an equal training row if columns were independent: of each column the probability that two
     * rows agree, taken over rows that differ, because copies would vouch for themselves.
     */
    private static double expected(LintedTable table, EquivalenceClasses classes) {
        int[] first = new int[classes.count()];
        for (int row = classes.rows() - 1; row >= 0; row--) {
            first[classes.classOf(row)] = row;
        }
        double agreeing = 1;
        double pairs = (double) first.length * Math.max(1, first.length - 1);
        for (Column column : publishedRaw(table)) {
            int[] counts = new int[column.values().size()];
            for (int row : first) {
                counts[column.code(row)]++;
            }
            agreeing *= Arrays.stream(counts)
                            .mapToDouble(count -> (double) count * (count - 1))
                            .sum()
                    / pairs;
        }
        return table.test().length * -Math.expm1(-table.train().length * agreeing);
    }

    /** A dropped column with groups of rows; of published ones only what can hardly be anything but an id. */
    private static boolean isGrouping(Column column, LintedTable table) {
        int distinct = column.values().size();
        int rows = table.label().rows();
        boolean published =
                table.published().stream().anyMatch(other -> other.name().equals(column.name()));
        int largest = published ? LARGEST_ID_GROUP : LARGEST_GROUP;
        return distinct > 1 && rows > 1.5 * distinct && rows <= (long) largest * distinct;
    }

    /** What training rows of the same kind say about test rows. */
    private static final class Answers {
        private final LintedTable table;
        private final Map<Integer, Map<Integer, Integer>> labels = new HashMap<>();
        private final int[] counts;
        private int trained;
        private int asked;
        private int right;

        Answers(LintedTable table) {
            this.table = table;
            counts = new int[table.label().values().size()];
        }

        void learn(int kind, int row) {
            labels.computeIfAbsent(kind, _ -> new HashMap<>())
                    .merge(table.label().code(row), 1, Integer::sum);
            counts[table.label().code(row)]++;
            trained++;
        }

        void ask(int kind, int row) {
            Map<Integer, Integer> known = labels.get(kind);
            if (known != null) {
                asked++;
                int answer = known.entrySet().stream()
                        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .orElseThrow()
                        .getKey();
                right += answer == table.label().code(row) ? 1 : 0;
            }
        }

        double agreement() {
            return asked == 0 ? 0 : (double) right / asked;
        }

        /** What the most frequent label would get. */
        double chance() {
            return (double) Arrays.stream(counts).max().orElse(0) / Math.max(1, trained);
        }

        /** Five standard deviations beyond the most frequent label, and a quarter of the way to always right. */
        boolean isBeyondChance() {
            double chance = chance();
            double deviation = Math.sqrt(Math.max(1e-9, chance * (1 - chance)) / asked);
            return agreement() > chance + 5 * deviation && agreement() > chance + (1 - chance) / 4;
        }
    }
}
