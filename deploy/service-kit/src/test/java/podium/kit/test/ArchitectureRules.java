package podium.kit.test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * How the code of every service is built, as tests. A service's whole architecture test is
 *
 * <pre>{@code
 * class ArchitectureTest {
 *     @TestFactory
 *     Stream<DynamicTest> rules() {
 *         return ArchitectureRules.of("podium.scoring").pure("metric", "anonymization").tests();
 *     }
 * }
 * }</pre>
 */
public final class ArchitectureRules {
    /** What a pure package does not know: frameworks, storage, wire formats. */
    private static final String[] INFRASTRUCTURE = {
        "io.quarkus..",
        "io.smallrye..",
        "io.vertx..",
        "jakarta..",
        "org.hibernate..",
        "org.eclipse.microprofile..",
        "org.apache.kafka..",
        "com.fasterxml.jackson..",
        "software.amazon..",
        "java.sql..",
        "javax.sql..",
        "podium.kit.."
    };

    /** Parts of the kit that are pure themselves. */
    private static final String[] PURE_KIT = {"podium.kit.statistics..", "podium.kit.digest.."};

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    private final String root;
    private final JavaClasses code;
    private final List<String> purePackages;

    private ArchitectureRules(String root, JavaClasses code, List<String> purePackages) {
        this.root = root;
        this.code = code;
        this.purePackages = purePackages;
    }

    /** The rules for the main code of a service, without any pure package. */
    public static ArchitectureRules of(String rootPackage) {
        JavaClasses code = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
        return over(rootPackage, code);
    }

    /** The same over classes that were read already. */
    static ArchitectureRules over(String rootPackage, JavaClasses code) {
        return new ArchitectureRules(rootPackage, code, List.of());
    }

    /** The same with packages below the root that hold values and rules only, with all that is below them. */
    public ArchitectureRules pure(String... packages) {
        return new ArchitectureRules(root, code, List.copyOf(Arrays.asList(packages)));
    }

    /** Every rule as a test of its own. */
    public Stream<DynamicTest> tests() {
        return rules().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(code)));
    }

    Stream<ArchRule> rules() {
        Stream<ArchRule> always = Stream.of(
                slices().matching(root + ".(*)..").should().beFreeOfCycles().as("packages are free of cycles"),
                noClasses()
                        .should()
                        .dependOnClassesThat(otherPackagesOfPodium())
                        .as("no other service's packages are used"),
                noClasses()
                        .should()
                        .callMethodWhere(readsAStaticClock())
                        .as("time comes from a TimeSource or a Clock that is injected"),
                classes().should(beNullMarked()).as("every package is @NullMarked"),
                suffix("jakarta.ws.rs.Path", "Resource"),
                suffix("jakarta.persistence.Entity", "Entity"),
                suffix("org.eclipse.microprofile.rest.client.inject.RegisterRestClient", "Client"),
                methodSuffix("org.eclipse.microprofile.reactive.messaging.Incoming", "Consumer"),
                methodSuffix("io.quarkus.scheduler.Scheduled", "Job"),
                stores());
        Stream<ArchRule> pure = purePackages.stream().map(name -> noClasses()
                .that()
                .resideInAPackage(root + "." + name + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(INFRASTRUCTURE).and(not(resideInAnyPackage(PURE_KIT))))
                .as(name + " is pure"));
        return Stream.concat(always, pure).map(rule -> rule.allowEmptyShould(true));
    }

    private static ArchRule suffix(String annotation, String suffix) {
        return classes()
                .that()
                .areAnnotatedWith(annotation)
                .and()
                .areNotAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RegisterRestClient")
                .should()
                .haveSimpleNameEndingWith(suffix)
                .as("@" + simpleName(annotation) + " is on a type that ends in " + suffix);
    }

    private static ArchRule methodSuffix(String annotation, String suffix) {
        return methods()
                .that()
                .areAnnotatedWith(annotation)
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith(suffix)
                .as("@" + simpleName(annotation) + " is in a type that ends in " + suffix);
    }

    /** Who talks to the database is a store. Nested types belong to the type around them. */
    private static ArchRule stores() {
        DescribedPredicate<JavaClass> touchesTheDatabase = DescribedPredicate.describe(
                "touch the database",
                c -> c.isAssignableTo("io.quarkus.hibernate.orm.panache.PanacheRepositoryBase")
                        || c.getDirectDependenciesFromSelf().stream()
                                .map(d -> d.getTargetClass().getName())
                                .anyMatch(
                                        Set.of("jakarta.persistence.EntityManager", "javax.sql.DataSource")::contains));
        return classes()
                .that(touchesTheDatabase)
                .and()
                .areTopLevelClasses()
                .should()
                .haveSimpleNameEndingWith("Store")
                .as("the database is touched in a Store");
    }

    private DescribedPredicate<JavaClass> otherPackagesOfPodium() {
        return DescribedPredicate.describe("belong to another service", c -> {
            String name = c.getPackageName() + ".";
            return name.startsWith("podium.") && !name.startsWith(root + ".") && !name.startsWith("podium.kit.");
        });
    }

    /** {@code System.nanoTime()} is no clock: it measures durations. */
    private static DescribedPredicate<JavaMethodCall> readsAStaticClock() {
        return DescribedPredicate.describe("reads a static clock", call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getTarget().getName();
            boolean noArguments = call.getTarget().getRawParameterTypes().isEmpty();
            return (CLOCKS.contains(owner) && name.equals("now") && noArguments)
                    || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
        });
    }

    private static ArchCondition<JavaClass> beNullMarked() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass c, ConditionEvents events) {
                boolean marked = c.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                events.add(new SimpleConditionEvent(c, marked, c.getName() + " is in a package without @NullMarked"));
            }
        };
    }

    private static String simpleName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
