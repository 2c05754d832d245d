package podium.submission.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import podium.kit.problem.Violation;

/**
 * The members of one JSON object, read one by one. Whatever is wrong is noted with its JSON pointer and a stand-in is
 * answered, so that reading goes on and finds everything that is wrong.
 */
final class Fields {
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z");

    private final JsonNode node;
    private final String pointer;
    private final List<Violation> violations;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(JsonNode node, String pointer, List<Violation> violations) {
        this.node = node;
        this.pointer = pointer;
        this.violations = violations;
    }

    static Fields of(JsonNode root, List<Violation> violations) {
        if (!root.isObject()) {
            violations.add(new Violation("", "must be an object"));
        }
        return new Fields(root, "", violations);
    }

    boolean has(String name) {
        known.add(name);
        return node.hasNonNull(name);
    }

    void wrong(String name, String message) {
        violations.add(new Violation(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), message));
    }

    /** Text of 1 to {@code longest} characters (code points); "" if it is not. */
    String text(String name, int longest) {
        JsonNode value = get(name);
        if (value.isMissingNode()) {
            return missing(name, "");
        }
        if (!value.isTextual()) {
            return wrong(name, "must be text", "");
        }
        String text = value.textValue();
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > longest) {
            return wrong(name, "must have 1 to " + longest + " characters, has " + (text.isBlank() ? 0 : length), "");
        }
        // PostgreSQL keeps no NUL in a text.
        return text.indexOf('\0') >= 0 ? wrong(name, "must not contain the character NUL", "") : text;
    }

    @Nullable
    String optionalText(String name, int longest) {
        return has(name) ? text(name, longest) : null;
    }

    boolean flag(String name, boolean ifAbsent) {
        JsonNode value = get(name);
        if (value.isMissingNode()) {
            return ifAbsent;
        }
        return value.isBoolean() ? value.booleanValue() : wrong(name, "must be true or false", ifAbsent);
    }

    long integer(String name, long least, long most, long ifAbsent) {
        JsonNode value = get(name);
        if (value.isMissingNode()) {
            return ifAbsent;
        }
        boolean whole =
                value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
        if (!whole || !value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
            return wrong(name, "must be a whole number from " + least + " to " + most, ifAbsent);
        }
        return value.longValue();
    }

    OptionalDouble number(String name) {
        JsonNode value = get(name);
        if (value.isMissingNode()) {
            return missing(name, OptionalDouble.empty());
        }
        return value.isNumber() && Double.isFinite(value.doubleValue())
                ? OptionalDouble.of(value.doubleValue())
                : wrong(name, "must be a number", OptionalDouble.empty());
    }

    /** One of the constants by its word in JSON; {@code ifAbsent} null means that it has to be there. */
    <E extends Enum<E>> @Nullable E choice(String name, Class<E> type, @Nullable E ifAbsent) {
        JsonNode value = get(name);
        if (value.isMissingNode()) {
            return ifAbsent == null ? missing(name, null) : ifAbsent;
        }
        for (E constant : type.getEnumConstants()) {
            if (value.isTextual() && ContestDefinition.wireName(constant).equals(value.textValue())) {
                return constant;
            }
        }
        String choices = Arrays.stream(type.getEnumConstants())
                .map(ContestDefinition::wireName)
                .collect(Collectors.joining(", "));
        return wrong(name, "must be one of " + choices, ifAbsent);
    }

    /**
     * Different texts; none if they are not there.
     *
     * @param valid what each of them has to be besides
     * @param message says that
     */
    List<String> texts(String name, int least, int most, int longest, Predicate<String> valid, String message) {
        JsonNode value = get(name);
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray() || value.size() < least || value.size() > most) {
            return wrong(name, "must be a list of " + least + " to " + most + " texts", List.of());
        }
        List<String> texts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Fields items = new Fields(value, pointer + "/" + name, violations);
        for (int i = 0; i < value.size(); i++) {
            JsonNode item = value.get(i);
            String at = Integer.toString(i);
            if (!item.isTextual()
                    || item.textValue().isBlank()
                    || item.textValue().length() > longest) {
                items.wrong(at, "must be text of 1 to " + longest + " characters");
            } else if (item.textValue().chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
                items.wrong(at, "must be one line, without the character NUL");
            } else if (!valid.test(item.textValue())) {
                items.wrong(at, message);
            } else if (!seen.add(item.textValue())) {
                items.wrong(at, "is there twice");
            } else {
                texts.add(item.textValue());
            }
        }
        return texts;
    }

    /** Values of settings, with the standard one where there is none. */
    Map<String, Object> settings(List<SettingRule> rules) {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (SettingRule rule : rules) {
            JsonNode value = get(rule.name());
            if (value.isMissingNode()) {
                settings.put(rule.name(), rule.standard());
            } else if (rule.allows(value)) {
                settings.put(rule.name(), rule.read(value));
            } else {
                wrong(rule.name(), "must be " + rule.allowed());
            }
        }
        return settings;
    }

    @Nullable
    Instant instant(String name, boolean required) {
        JsonNode value = get(name);
        if (value.isMissingNode()) {
            return required ? missing(name, null) : null;
        }
        if (value.isTextual() && INSTANT.matcher(value.textValue()).matches()) {
            try {
                return Instant.parse(value.textValue());
            } catch (DateTimeException e) {
                return wrong(name, "is no date of the calendar", null);
            }
        }
        return wrong(name, "must be an instant in UTC such as 2026-12-01T12:00:00Z", null);
    }

    /** An object; if it is absent and optional, one without members. */
    Fields object(String name, boolean required) {
        JsonNode value = get(name);
        if (value.isMissingNode()) {
            return new Fields(required ? missing(name, value) : value, pointer + "/" + name, violations);
        }
        if (!value.isObject()) {
            wrong(name, "must be an object");
            return new Fields(MissingNode.getInstance(), pointer + "/" + name, violations);
        }
        return new Fields(value, pointer + "/" + name, violations);
    }

    /** False if the object is not there (or is none): what it lacks inside is then of no interest. */
    boolean present() {
        return node.isObject();
    }

    /** Notes every member that was not asked for. */
    void nothingElse() {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                wrong(name, known.isEmpty() ? "is unknown" : "is unknown; known are " + String.join(", ", known));
            }
        });
    }

    private JsonNode get(String name) {
        return has(name) ? node.get(name) : MissingNode.getInstance();
    }

    /** An absent member of an absent object is not a second mistake. */
    private <T extends @Nullable Object> T missing(String name, T standIn) {
        return present() ? wrong(name, "is missing", standIn) : standIn;
    }

    private <T extends @Nullable Object> T wrong(String name, String message, T standIn) {
        wrong(name, message);
        return standIn;
    }
}
