package podium.scoring.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import podium.scoring.anonymization.Column;
import podium.scoring.anonymization.FullDomainGeneralization;
import podium.scoring.anonymization.Hierarchy;
import podium.scoring.anonymization.HierarchyReading;
import podium.scoring.anonymization.KAnonymity;

/** The result that ARX 3.9.2 has on the census extract of the anonymization literature, over all its rows. */
class AdultReferenceTest {
    private static final Path DATA = Path.of("../../shared/data").normalize();
    private static final List<String> QUASI_IDENTIFIERS =
            List.of("sex", "age", "race", "marital-status", "education", "native-country", "workclass", "occupation");

    private static FullDomainGeneralization adult;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(
                Files.isReadable(DATA.resolve("adult.csv")),
                "Skipped: the reference data is not beside the checkout, in " + DATA);
        List<List<String>> rows = lines(DATA.resolve("adult.csv"));
        List<Column> columns = new ArrayList<>();
        List<Hierarchy> hierarchies = new ArrayList<>();
        for (String name : QUASI_IDENTIFIERS) {
            int index = rows.getFirst().indexOf(name);
            columns.add(Column.of(
                    name, rows.stream().skip(1).map(row -> row.get(index)).toList()));
            HierarchyReading reading = Hierarchy.read(lines(DATA.resolve("adult-hierarchies/" + name + ".csv")));
            hierarchies.add(((HierarchyReading.Read) reading).hierarchy());
        }
        adult = new FullDomainGeneralization(rows.size() - 1, columns, hierarchies);
    }

    @Test
    void theBestLevelsForFiveSuppressExactlyAsManyRowsAsTheReference() {
        PrivacyGate gate = new PrivacyGate(new KAnonymity(5, new BigDecimal("0.05")));

        PrivacyGate.Assessment assessment = gate.assess(adult, List.of(0, 3, 0, 0, 1, 1, 1, 2));

        assertThat(assessment.outcome().rows()).isEqualTo(30_162);
        assertThat(assessment.outcome().suppressedRows()).isEqualTo(1_458);
        assertThat(assessment.outcome().allowedRows()).isEqualTo(1_508);
        assertThat(assessment.verdict()).isEqualTo(new Verdict.Passed());
        assertThat(assessment.risks().smallestClass()).isGreaterThanOrEqualTo(5);
        assertThat(assessment.risks().prosecutorMax()).isLessThanOrEqualTo(0.2);
    }

    @Test
    void theRawRowsAreRefusedWithWhatHelpsMost() {
        PrivacyGate gate = new PrivacyGate(new KAnonymity(5, new BigDecimal("0.05")));

        PrivacyGate.Assessment assessment = gate.assess(adult, List.of(0, 0, 0, 0, 0, 0, 0, 0));

        assertThat(assessment.verdict()).isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
            assertThat(refused.reasons()).singleElement().satisfies(reason -> {
                assertThat(reason.code()).isEqualTo("k-anonymity");
                assertThat(reason.message())
                        .startsWith("k = 5 is required. With the columns kept, 21,977 of 30,162 rows (72.9 %)")
                        .contains("at most 5 % may be suppressed")
                        .contains("What helps most, each alone: age to level 1 suppresses 14,603 rows");
            });
        });
        assertThat(assessment.reliefs())
                .hasSize(8)
                .first()
                .extracting(Relief::column)
                .isEqualTo("age");
    }

    private static List<List<String>> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> List.of(line.split(";", -1)))
                .toList();
    }
}
