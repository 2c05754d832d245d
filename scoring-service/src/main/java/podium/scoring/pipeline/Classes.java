package podium.scoring.pipeline;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import podium.scoring.contest.Task;
import podium.scoring.raw.Numerals;

/**
 * The classes of a task of kind category, in the order that counts: the order of the columns of probabilities, of the places
 * that settings name, and of the distances that ordinal metrics measure.
 */
final class Classes {
    private Classes() {}

    /**
     * As the contest declares them; otherwise those that there are, as numbers if all of them are numbers, or else by their
     * UTF-16 code units.
     *
     * @param labels the labels that are published
     */
    static List<String> of(Task task, Stream<String> labels) {
        if (!task.classes().isEmpty()) {
            return task.classes();
        }
        List<String> distinct = labels.distinct().toList();
        Comparator<String> text = Comparator.naturalOrder();
        return distinct.stream()
                .sorted(
                        distinct.stream().allMatch(Numerals::isNumber)
                                ? Comparator.<String, BigDecimal>comparing(BigDecimal::new)
                                        .thenComparing(text)
                                : text)
                .toList();
    }
}
