package podium.kit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import podium.kit.security.Roles;

/** The kit stands below every service: it knows none of their words, and its parts do not depend on each other in circles. */
@AnalyzeClasses(packages = "podium.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class KitArchitectureTest {

    private static final Pattern DOMAIN = Pattern.compile(
            "contest|submission|team|score|scoring|leaderboard|standing|holdout|dataset|entrant|prize|winner|ranking"
                    + "|baseline|rescore|judge");

    /** The names of roles are the identity provider's, shared by all services, and so are the one exception. */
    @ArchTest
    static final ArchRule NO_WORD_OF_THE_DOMAIN =
            classes().that(not(equivalentTo(Roles.class))).should(haveNoWordOfTheDomain());

    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching("podium.kit.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_DATABASE_TELLS_THE_TIME = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    private static ArchCondition<JavaClass> haveNoWordOfTheDomain() {
        return new ArchCondition<>("have no word of the domain in their names") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.concat(
                                Stream.of(type.getName()),
                                type.getMembers().stream().map(JavaMember::getFullName))
                        .filter(name -> DOMAIN.matcher(ownPart(name)).find())
                        .forEach(name -> events.add(SimpleConditionEvent.violated(type, name)));
            }
        };
    }

    // A full name also lists parameter types, which are not ours to name.
    private static String ownPart(String name) {
        int parameters = name.indexOf('(');
        return (parameters < 0 ? name : name.substring(0, parameters)).toLowerCase(Locale.ROOT);
    }
}
