package podium.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles small services that break the rules; as classes of this module they would become part of its test application. */
class ArchitectureRulesTest {
    private static final String MARKED = "@org.jspecify.annotations.NullMarked package ";

    @TempDir
    Path directory;

    private final Map<String, String> sources = new TreeMap<>();

    @Test
    void acceptsAServiceThatKeepsThem() throws IOException {
        source("podium.sample.order", "OrderResource", """
                @jakarta.ws.rs.Path("/orders") class OrderResource {
                    private final OrderStore store = new OrderStore();
                    long took() { return System.nanoTime(); }
                }""");
        source("podium.sample.order", "OrderStore", """
                class OrderStore { javax.sql.DataSource database; java.time.Instant at(java.time.Clock c) { return c.instant(); } }""");
        source("podium.sample.price", "Price", "public record Price(long cents) {}");

        assertThat(broken()).isEmpty();
    }

    @Test
    void findsCycles() throws IOException {
        source("podium.sample.order", "Order", "public class Order { podium.sample.price.Price price; }");
        source("podium.sample.price", "Price", "public class Price { podium.sample.order.Order order; }");

        assertThat(broken()).containsExactly("packages are free of cycles");
    }

    @Test
    void findsImpurePackagesAndWhatIsBelowThem() throws IOException {
        source("podium.sample.price.tax", "Tax", "class Tax { com.fasterxml.jackson.databind.JsonNode json; }");

        assertThat(broken()).containsExactly("price is pure");
    }

    @Test
    void findsOtherServices() throws IOException {
        source("podium.other.thing", "Thing", "public class Thing {}");
        source("podium.sample.order", "Order", "class Order { podium.other.thing.Thing thing; }");

        assertThat(broken()).containsExactly("no other service's packages are used");
    }

    @Test
    void findsStaticClocks() throws IOException {
        for (String clock :
                List.of("java.time.Instant.now()", "java.time.LocalDate.now()", "System.currentTimeMillis()")) {
            source("podium.sample.order", "Order", "class Order { Object time() { return " + clock + "; } }");

            assertThat(broken()).as(clock).containsExactly("time comes from a TimeSource or a Clock that is injected");
        }
    }

    @Test
    void findsPackagesThatAreNotNullMarked() throws IOException {
        source("podium.sample.order", "Order", "class Order {}");
        sources.remove("podium/sample/order/package-info.java");

        assertThat(broken()).containsExactly("every package is @NullMarked");
    }

    @Test
    void findsMisnamedClasses() throws IOException {
        source("podium.sample.order", "Order", """
                @jakarta.ws.rs.Path("/orders") @jakarta.persistence.Entity class Order {
                    jakarta.persistence.EntityManager entities;
                    @io.quarkus.scheduler.Scheduled(every = "1h") void every() {}
                    @org.eclipse.microprofile.reactive.messaging.Incoming("orders") void on(String order) {}
                }""");

        assertThat(broken())
                .containsExactlyInAnyOrder(
                        "@Path is on a type that ends in Resource",
                        "@Entity is on a type that ends in Entity",
                        "@Scheduled is in a type that ends in Job",
                        "@Incoming is in a type that ends in Consumer",
                        "the database is touched in a Store");
    }

    private void source(String inPackage, String name, String code) {
        String folder = inPackage.replace('.', '/');
        sources.put(folder + "/package-info.java", MARKED + inPackage + ";");
        sources.put(folder + "/" + name + ".java", "package " + inPackage + ";\n" + code);
    }

    private List<String> broken() throws IOException {
        JavaClasses code = new ClassFileImporter().importPath(compile());
        JavaClasses service = code.that(JavaClass.Predicates.resideInAPackage("podium.sample.."));
        return ArchitectureRules.over("podium.sample", service)
                .pure("price")
                .rules()
                .map(rule -> rule.evaluate(service))
                .filter(EvaluationResult::hasViolation)
                .map(result ->
                        result.getFailureReport().toString().lines().findFirst().orElse(""))
                .map(line -> line.replaceAll(".*Rule '(.*)' was violated.*", "$1"))
                .toList();
    }

    private Path compile() throws IOException {
        Path classes = Files.createTempDirectory(directory, "classes");
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = directory.resolve(source.getKey());
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return classes;
    }
}
