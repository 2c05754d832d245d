package podium.scoring.anonymization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podium.scoring.stage.Progress;

class LatticeSearchTest {
    private static final BigDecimal FIVE_PERCENT = new BigDecimal("0.05");

    /** ARX 3.9.2 on the same data: Loss 0.2518517152 at these levels, 1,458 rows suppressed. */
    @Test
    void findsWhatTheReferenceFindsInTheCensus() {
        Adult adult = Adult.read();

        LatticeSearch.Result result = search(adult, new PrivacyModels(5, FIVE_PERCENT), LossMeasure.LOSS);

        LatticeSearch.Optimum optimum = result.optimum().orElseThrow();
        assertThat(optimum.levels()).containsExactly(0, 3, 0, 0, 1, 1, 1, 2);
        assertThat(optimum.loss()).isCloseTo(0.2518517152, within(1e-9));
        assertThat(optimum.suppressedRows()).isEqualTo(1_458);
        assertThat(result.nodes()).isEqualTo(6_480);
        assertThat(result.checked()).isLessThan(844);
    }

    /** On tables that are made up, everywhere, with every loss and with diversity. */
    @Test
    void findsWhatLookingAtEveryNodeFinds() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int rows = 20 + random.nextInt(80);
            List<Column> columns = new ArrayList<>();
            List<Hierarchy> hierarchies = new ArrayList<>();
            for (String name : List.of("a", "b", "c")) {
                columns.add(Column.of(
                        name,
                        IntStream.range(0, rows)
                                .mapToObj(_ -> Integer.toString(random.nextInt(8)))
                                .toList()));
                hierarchies.add(eights(1 + random.nextInt(3)));
            }
            Column sensitive = Column.of(
                    "s",
                    IntStream.range(0, rows)
                            .mapToObj(_ -> "s" + random.nextInt(3))
                            .toList());
            Diversity diversity =
                    List.of(new Diversity(2, false), new Diversity(1.5, true)).get(random.nextInt(2));
            PrivacyModels models = new PrivacyModels(
                    2 + random.nextInt(5),
                    new BigDecimal(List.of("0", "0.02", "0.1", "0.3").get(random.nextInt(4))),
                    random.nextBoolean() ? diversity : null);
            for (LossMeasure measure : LossMeasure.values()) {
                assertThat(of(rows, columns, hierarchies, sensitive, models, measure)
                                .search()
                                .optimum())
                        .as("seed %d, %s, %s", seed, models, measure)
                        .isEqualTo(of(rows, columns, hierarchies, sensitive, models, measure)
                                .exhaustive()
                                .optimum());
            }
        }
    }

    /** k 5 and 11, limits 0, 2 and 5 %, four losses over 8 and 9 quasi-identifiers in the nightly run; always over 6. */
    @Test
    void findsInTheCensusWhatLookingAtEveryNodeFinds() {
        boolean thorough = Boolean.getBoolean("podium.privacy.thorough");
        Adult eight = Adult.read();
        for (Adult adult : thorough ? List.of(eight, eight.withLabelAsQuasiIdentifier()) : List.of(eight.first(6))) {
            List<CensusTruth.Question> questions = new ArrayList<>();
            for (int k : List.of(5, 11)) {
                for (String limit : List.of("0", "0.02", "0.05")) {
                    PrivacyModels models = new PrivacyModels(k, new BigDecimal(limit));
                    for (LossMeasure measure : LossMeasure.values()) {
                        questions.add(new CensusTruth.Question(models, measure));
                    }
                }
            }
            Map<CensusTruth.Question, LatticeSearch.Optimum> truth = new CensusTruth(adult).best(questions);
            for (CensusTruth.Question question : questions) {
                assertThat(search(adult, question.models(), question.measure()).optimum())
                        .as("%d quasi-identifiers, %s", adult.columns().size(), question)
                        .hasValue(truth.get(question));
            }
        }
    }

    @Test
    void saysSoWhereNothingIsFeasible() {
        Column three = Column.of("a", List.of("1", "2", "3"));

        LatticeSearch.Result result = of(
                        3,
                        List.of(three),
                        List.of(eights(2)),
                        three,
                        new PrivacyModels(4, FIVE_PERCENT),
                        LossMeasure.LOSS)
                .search();

        assertThat(result.optimum()).isEmpty();
    }

    private static LatticeSearch.Result search(Adult adult, PrivacyModels models, LossMeasure measure) {
        return of(adult.rows(), adult.columns(), adult.hierarchies(), adult.label(), models, measure)
                .search();
    }

    private static LatticeSearch of(
            int rows,
            List<Column> columns,
            List<Hierarchy> hierarchies,
            Column sensitive,
            PrivacyModels models,
            LossMeasure measure) {
        return new LatticeSearch(rows, columns, hierarchies, List.of(sensitive), models, measure, Progress.NONE);
    }

    /** The values 0 to 7 in halves, quarters, ..., then *. */
    private static Hierarchy eights(int levels) {
        List<List<String>> lines = new ArrayList<>();
        for (int value = 0; value < 8; value++) {
            List<String> line = new ArrayList<>(List.of(Integer.toString(value)));
            for (int level = 1; level < levels; level++) {
                line.add("from " + (value >> level << level) + " by " + (1 << level));
            }
            line.add("*");
            lines.add(line);
        }
        return ((HierarchyReading.Read) Hierarchy.read(lines)).hierarchy();
    }
}
