package podium.scoring;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import podium.kit.test.ArchitectureRules;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> rules() {
        return ArchitectureRules.of("podium.scoring")
                .pure(
                        "metric",
                        "statistics",
                        "anonymization",
                        "ratings",
                        "attack",
                        "utility",
                        "lint",
                        "privacy",
                        "stage",
                        "fingerprint")
                .tests();
    }
}
