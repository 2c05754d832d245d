package podium.leaderboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "podium.leaderboard", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresAreAcyclic =
            slices().matching("podium.leaderboard.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rankingIsPureJava = classes()
            .that()
            .resideInAPackage("podium.leaderboard.standing")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("podium.leaderboard.standing", "java..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule noOtherServiceIsKnown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("podium.submission..", "podium.scoring..", "podium.local..", "podium.backends..");

    @ArchTest
    static final ArchRule theDatabaseTellsTheTime = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule resourcesAreNamedSo =
            classes().that().areAnnotatedWith(jakarta.ws.rs.Path.class).should().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule onlyConsumersListenToKafka = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Consumer")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.reactive.messaging..");
}
