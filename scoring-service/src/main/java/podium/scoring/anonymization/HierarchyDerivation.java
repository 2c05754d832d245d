package podium.scoring.anonymization;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a hierarchy for a column that came without one: intervals whose width doubles from level to level for numbers, codes that
 * lose a character from the end at each level for codes of one length, and "other" for rare names. The same column gives the same
 * hierarchy; an empty cell stays empty until everything is {@code *}.
 */
public final class HierarchyDerivation {
    private static final int INTERVALS = 32;
    private static final int FEW_VALUES = 12;
    private static final int LONGEST_CODE = 12;
    private static final double RARE = 0.05;
    private static final String OTHER = "other";

    private HierarchyDerivation() {}

    /** A hierarchy of all values of a column. */
    public static Hierarchy of(Column column) {
        List<String> present =
                column.values().stream().filter(value -> !value.isEmpty()).toList();
        Optional<List<BigDecimal>> numbers = numbers(present);
        if (numbers.isPresent() && present.size() > FEW_VALUES) {
            return intervals(column, present, numbers.get());
        }
        return isCode(present) ? prefixes(column) : sets(column);
    }

    private static Hierarchy intervals(Column column, List<String> present, List<BigDecimal> numbers) {
        BigDecimal least = numbers.stream().min(BigDecimal::compareTo).orElseThrow();
        BigDecimal most = numbers.stream().max(BigDecimal::compareTo).orElseThrow();
        BigDecimal width = roundWidth(most.subtract(least), numbers);
        // Intervals are counted from a round number below the least one, so that all of them end in one, whatever the
        // signs.
        BigDecimal origin = least.divide(width, 0, RoundingMode.FLOOR).multiply(width);
        int levels = 1;
        for (BigDecimal widest = width; widest.compareTo(most.subtract(origin)) <= 0; levels++) {
            widest = widest.multiply(BigDecimal.TWO);
        }
        Map<String, List<String>> lines = new HashMap<>();
        for (int i = 0; i < present.size(); i++) {
            List<String> line = new ArrayList<>(List.of(present.get(i)));
            BigDecimal step = width;
            for (int level = 1; level < levels; level++) {
                BigDecimal place = numbers.get(i).subtract(origin).divide(step, 0, RoundingMode.FLOOR);
                BigDecimal from = origin.add(place.multiply(step));
                line.add("[" + text(from) + ", " + text(from.add(step)) + "[");
                step = step.multiply(BigDecimal.TWO);
            }
            line.add(Hierarchy.ANYTHING);
            lines.put(present.get(i), line);
        }
        return withEmpty(column, lines, levels);
    }

    /** 1, 2 or 5 times a power of ten, so that there are at most 32 intervals; for whole numbers at least 2. */
    private static BigDecimal roundWidth(BigDecimal range, List<BigDecimal> numbers) {
        boolean whole = numbers.stream().allMatch(n -> n.stripTrailingZeros().scale() <= 0);
        BigDecimal wanted = range.divide(BigDecimal.valueOf(INTERVALS), 12, RoundingMode.UP);
        if (whole) {
            wanted = wanted.max(BigDecimal.TWO);
        }
        BigDecimal power = BigDecimal.ONE.movePointRight(wanted.precision() - wanted.scale() - 1);
        for (int factor : new int[] {1, 2, 5, 10}) {
            BigDecimal width = power.multiply(BigDecimal.valueOf(factor));
            if (width.compareTo(wanted) >= 0) {
                return width;
            }
        }
        return power.multiply(BigDecimal.TEN);
    }

    private static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static boolean isCode(List<String> values) {
        int length = values.isEmpty() ? 0 : values.getFirst().length();
        return values.size() > FEW_VALUES
                && length >= 2
                && length <= LONGEST_CODE
                && values.stream()
                        .allMatch(value -> value.length() == length
                                && value.chars().allMatch(Character::isLetterOrDigit)
                                && value.chars().anyMatch(Character::isDigit));
    }

    private static Hierarchy prefixes(Column column) {
        int length = column.values().stream().mapToInt(String::length).max().orElse(1);
        Map<String, List<String>> lines = new HashMap<>();
        for (String value : column.values()) {
            if (!value.isEmpty()) {
                List<String> line = new ArrayList<>(List.of(value));
                for (int left = length - 1; left > 0; left--) {
                    line.add(value.substring(0, left) + Hierarchy.ANYTHING.repeat(length - left));
                }
                line.add(Hierarchy.ANYTHING);
                lines.put(value, line);
            }
        }
        return withEmpty(column, lines, length);
    }

    private static Hierarchy sets(Column column) {
        int[] counts = new int[column.values().size()];
        for (int row = 0; row < column.rows(); row++) {
            counts[column.code(row)]++;
        }
        long rare = 0;
        for (int count : counts) {
            rare += count < RARE * column.rows() ? 1 : 0;
        }
        Map<String, List<String>> lines = new HashMap<>();
        for (int code = 0; code < counts.length; code++) {
            String value = column.values().get(code);
            boolean merged = counts[code] < RARE * column.rows();
            lines.put(
                    value,
                    rare < 2
                            ? List.of(value, Hierarchy.ANYTHING)
                            : List.of(value, merged ? OTHER : value, Hierarchy.ANYTHING));
        }
        return Hierarchy.of(lines);
    }

    private static Hierarchy withEmpty(Column column, Map<String, List<String>> lines, int levels) {
        if (column.values().contains("")) {
            List<String> line = new ArrayList<>();
            for (int level = 0; level < levels; level++) {
                line.add("");
            }
            line.add(Hierarchy.ANYTHING);
            lines.put("", line);
        }
        return Hierarchy.of(lines);
    }

    private static Optional<List<BigDecimal>> numbers(List<String> values) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (String value : values) {
            try {
                numbers.add(new BigDecimal(value));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.of(numbers);
    }
}
