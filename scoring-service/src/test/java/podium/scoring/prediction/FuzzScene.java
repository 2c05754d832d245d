package podium.scoring.prediction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import podium.scoring.holdout.RowIds;
import podium.scoring.metric.Bounds;

/**
 * A contest whose files are mutated.
 *
 * @param format what a file looks like
 * @param ids its ids, in the order of the rows
 * @param rowIds the same for the reader
 * @param names its labels or items
 * @param longestLine the reader's window
 */
record FuzzScene(PredictionFormat format, List<String> ids, RowIds rowIds, List<String> names, int longestLine) {
    private static final List<String> NAMES = List.of("bird", "cat", "Löwe", "a b", "c,d", "\"e\"", "x");
    private static final List<String> ITEMS = List.of("i1", "i2", "i3", "i44", "ü", "i5\"");
    private static final List<String> TEXT_IDS =
            List.of("u-1", "u-2", "u-3", "user-000000001", "user-000000002", "7", "07", "Zoë", "x y", "abcdefgh");
    private static final List<String> ODD_IDS = List.of("a,b", "\"q\"", " c", "c", "d\"e", "Ł", "-", "1e5", "0");
    private static final long MOST_BYTES = 100_000;

    /** One of the kinds of contests there are. */
    static FuzzScene of(Random random) {
        PredictionFormat.Numbers any = new PredictionFormat.Numbers(Bounds.WIDEST, false);
        PredictionFormat.Numbers kept = new PredictionFormat.Numbers(new Bounds(0, 1), false);
        PredictionFormat.Numbers clamped = new PredictionFormat.Numbers(new Bounds(0, 1), true);
        return switch (random.nextInt(8)) {
            case 0 -> scene(List.of("y"), any, numbers(random, 12), List.of(), random);
            case 1 -> scene(List.of("y"), clamped, TEXT_IDS, List.of(), random);
            case 2 -> scene(List.of("a \"y\", b"), kept, numbers(random, 5), List.of(), random);
            case 3 ->
                scene(
                        List.of("a", "b", "ü"),
                        new PredictionFormat.Table(clamped),
                        numbers(random, 8),
                        List.of(),
                        random);
            case 4 -> scene(List.of("a", "b"), new PredictionFormat.Table(kept), ODD_IDS, List.of(), random);
            case 5 -> scene(List.of("y"), new PredictionFormat.Names(new LabelIndex(NAMES)), ODD_IDS, NAMES, random);
            case 6 ->
                scene(List.of("y"), new PredictionFormat.Lists(new LabelIndex(ITEMS), 4), TEXT_IDS, ITEMS, random);
            default -> scene(List.of("y"), any, numbers(random, 60), List.of(), random);
        };
    }

    private static FuzzScene scene(
            List<String> columns,
            PredictionFormat.Expected values,
            List<String> ids,
            List<String> names,
            Random random) {
        int window = random.nextBoolean() ? random.nextInt(70, 200) : 4096;
        return new FuzzScene(new PredictionFormat(columns, values, MOST_BYTES), ids, RowIds.of(ids), names, window);
    }

    private static List<String> numbers(Random random, int count) {
        List<Integer> ids =
                new ArrayList<>(IntStream.rangeClosed(1, 2 * count).boxed().toList());
        Collections.shuffle(ids, random);
        return ids.subList(0, count).stream().map(id -> Integer.toString(id)).toList();
    }
}
