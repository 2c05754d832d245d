package podium.kit.test;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The contracts of the events, read from {@code docs/contracts} of the source tree. Producers hold what they send against
 * the schema; consumers read every golden example.
 */
public final class EventContracts {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private EventContracts() {}

    /**
     * The JSON Schema of an event.
     *
     * @param type simple name of the event, without the prefix it has on the wire
     */
    public static String schema(String type) {
        return text(event(type).resolve("schema.json"));
    }

    /** The golden examples of an event by file name, at least one. */
    public static Map<String, String> examples(String type) {
        Path directory = event(type).resolve("examples");
        try (Stream<Path> files = Files.list(directory)) {
            Map<String, String> examples = files.filter(each -> each.toString().endsWith(".json"))
                    .collect(Collectors.toMap(
                            each -> each.getFileName().toString(),
                            EventContracts::text,
                            (one, _) -> one,
                            TreeMap::new));
            if (examples.isEmpty()) {
                throw new AssertionError("There is no golden example in " + directory);
            }
            return examples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails with all violations when the payload is not what the event's schema says; formats are held, too. */
    public static void assertValid(String type, String json) {
        assertValid(type, schema(type), json);
    }

    /** The same of a document that is no event. */
    public static void assertValidDocument(String contract, String json) {
        assertValid(contract, text(contracts().resolve(contract).resolve("schema.json")), json);
    }

    private static void assertValid(String type, String schemaText, String json) {
        Schema schema = SCHEMAS.getSchema(schemaText, InputFormat.JSON);
        List<Error> errors = schema.validate(json, InputFormat.JSON);
        if (!errors.isEmpty()) {
            String list = errors.stream()
                    .map(each -> "  " + each.getInstanceLocation() + ": " + each.getMessage())
                    .collect(Collectors.joining("\n"));
            throw new AssertionError("Not a valid " + type + ":\n" + list + "\n" + json);
        }
    }

    private static Path event(String type) {
        Path directory = contracts().resolve("events").resolve(type);
        if (!Files.isDirectory(directory)) {
            throw new AssertionError("No event " + type + " is under contract: " + directory);
        }
        return directory;
    }

    private static Path contracts() {
        Path start = Path.of("").toAbsolutePath();
        for (Path each = start; each != null; each = each.getParent()) {
            Path candidate = each.resolve("docs").resolve("contracts");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        throw new AssertionError("There is no docs/contracts in or above " + start);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
