package podium.scoring.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import podium.scoring.anonymization.Adult;
import podium.scoring.anonymization.FullDomainGeneralization;
import podium.scoring.anonymization.PrivacyModels;

/** The result that ARX 3.9.2 has on the census extract of the anonymization literature, over all its rows. */
class AdultReferenceTest {
    private static FullDomainGeneralization census;

    @BeforeAll
    static void read() {
        Adult adult = Adult.read();
        census = new FullDomainGeneralization(adult.rows(), adult.columns(), adult.hierarchies());
    }

    @Test
    void theBestLevelsForFiveSuppressExactlyAsManyRowsAsTheReference() {
        PrivacyGate gate = new PrivacyGate(new PrivacyModels(5, new BigDecimal("0.05")), List.of());

        PrivacyGate.Assessment assessment = gate.assess(census, List.of(0, 3, 0, 0, 1, 1, 1, 2));

        assertThat(assessment.outcome().rows()).isEqualTo(30_162);
        assertThat(assessment.outcome().suppressedRows()).isEqualTo(1_458);
        assertThat(assessment.outcome().allowedRows()).isEqualTo(1_508);
        assertThat(assessment.verdict()).isEqualTo(new Verdict.Passed());
        assertThat(assessment.risks().smallestClass()).isGreaterThanOrEqualTo(5);
        assertThat(assessment.risks().prosecutorMax()).isLessThanOrEqualTo(0.2);
    }

    @Test
    void theRawRowsAreRefusedWithWhatHelpsMost() {
        PrivacyGate gate = new PrivacyGate(new PrivacyModels(5, new BigDecimal("0.05")), List.of());

        PrivacyGate.Assessment assessment = gate.assess(census, List.of(0, 0, 0, 0, 0, 0, 0, 0));

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
}
