package podium.scoring.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podium.scoring.contest.Task;
import podium.scoring.contest.Task.Kind;

class TaskFormTest {
    private static final List<String> ABC = List.of("c", "a", "b");

    @Test
    void aNumberIsInTheTargetsColumn() {
        TaskForm.Usable form = usable(task(Kind.NUMBER, "pinball", Map.of("quantile", 0.9), null), List.of());

        assertThat(form.columns()).containsExactly("y");
        assertThat(form.sample()).containsExactly("0");
    }

    @Test
    void aSampleIsInTheMiddleOfTheRange() {
        Task.Range range = new Task.Range(-5, 3);

        assertThat(usable(task(Kind.NUMBER, "rmse", Map.of(), range), List.of()).sample())
                .containsExactly("-1");
        // a logarithmic error needs predictions above -1
        assertThat(usable(task(Kind.NUMBER, "rmsle", Map.of(), range), List.of())
                        .sample()
                        .getFirst())
                .startsWith("1.0");
        assertThat(usable(task(Kind.BINARY, "brier", Map.of(), null), List.of()).sample())
                .containsExactly("0.5");
        assertThat(usable(task(Kind.BINARY, "gini", Map.of(), null), List.of()).sample())
                .containsExactly("0.5");
    }

    @Test
    void aLabelIsTheFirstClass() {
        TaskForm.Usable form = usable(task(Kind.CATEGORY, "quadratic-kappa", Map.of(), null), ABC);

        assertThat(form.columns()).containsExactly("y");
        assertThat(form.sample()).containsExactly("c");
    }

    @Test
    void probabilitiesHaveAColumnForEachClassInTheDeclaredOrder() {
        TaskForm.Usable form = usable(task(Kind.CATEGORY, "log-loss", Map.of(), null), ABC);

        assertThat(form.columns()).containsExactly("c", "a", "b");
        assertThat(form.sample()).containsExactly("0.333333", "0.333333", "0.333333");
    }

    @Test
    void aDistributionHasAColumnForEachPoint() {
        Map<String, Object> grid = Map.of("gridStart", -1, "gridStep", 0.1, "gridPoints", 4);

        TaskForm.Usable form = usable(task(Kind.NUMBER, "crps", grid, null), List.of());

        assertThat(form.columns()).containsExactly("-1", "-0.9", "-0.8", "-0.7");
        assertThat(form.sample()).containsExactly("0.25", "0.5", "0.75", "1");
    }

    @Test
    void saysWhyThereCanBeNone() {
        assertThat(reason(task(Kind.BINARY, "luck", Map.of(), null), List.of()))
                .isEqualTo("The contest's metric luck cannot be used: There is no metric luck");
        assertThat(reason(task(Kind.NUMBER, "pinball", Map.of("quantile", 1, "q", 1), null), List.of()))
                .isEqualTo("The contest's metric pinball cannot be used: quantile has to be a number above 0.0 and"
                        + " below 1.0, not 1; pinball has no setting q");
        assertThat(reason(task(Kind.NUMBER, "accuracy", Map.of(), null), List.of()))
                .isEqualTo("The contest's metric accuracy does not fit its labels");
        assertThat(reason(task(Kind.CATEGORY, "accuracy", Map.of(), null), List.of()))
                .isEqualTo("The contest's metric accuracy does not fit its labels");
        assertThat(reason(task(Kind.NUMBER, "map-at-k", Map.of(), null), List.of()))
                .isEqualTo("The contest's metric map-at-k does not fit its labels");
        assertThat(reason(task(Kind.BINARY, "log-loss", Map.of(), new Task.Range(2, 3)), List.of()))
                .isEqualTo("The contest's metric log-loss cannot use the predictions' range");
        assertThat(reason(task(Kind.CATEGORY, "log-loss", Map.of(), null), List.of("a", "id")))
                .isEqualTo("No prediction column can be called id, which is the column of the row's id");
        assertThat(reason(task(Kind.CATEGORY, "log-loss", Map.of(), null), classes(1001)))
                .isEqualTo("A prediction for each of 1001 classes is too much for a row; at most 1000 can be read");
        assertThat(reason(task(Kind.CATEGORY, "accuracy", Map.of(), null), classes(10_001)))
                .isEqualTo("The labels are of 10001 classes; at most 10000 can be scored");
    }

    @Test
    void namesOfClassesDoNotMatterWhereTheyAreNoColumns() {
        assertThat(TaskForm.of(task(Kind.CATEGORY, "accuracy", Map.of(), null), List.of("a", "id")))
                .isInstanceOf(TaskForm.Usable.class);
        assertThat(TaskForm.of(task(Kind.CATEGORY, "accuracy", Map.of(), null), classes(10_000)))
                .isInstanceOf(TaskForm.Usable.class);
    }

    private static List<String> classes(int count) {
        return IntStream.range(0, count).mapToObj(k -> "k" + k).toList();
    }

    private static Task task(Kind kind, String metric, Map<String, Object> settings, Task.@Nullable Range range) {
        return new Task("y", kind, null, List.of(), metric, settings, 4, range, null, null);
    }

    private static TaskForm.Usable usable(Task task, List<String> classes) {
        return (TaskForm.Usable) TaskForm.of(task, classes);
    }

    private static String reason(Task task, List<String> classes) {
        return ((TaskForm.Unusable) TaskForm.of(task, classes)).reason();
    }
}
