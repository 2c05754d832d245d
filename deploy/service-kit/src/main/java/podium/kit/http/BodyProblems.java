package podium.kit.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import podium.kit.problem.ProblemException;
import podium.kit.problem.Problems;
import podium.kit.problem.Violation;

/** Says what is wrong with a body, in the reader's words: no names of our classes. */
final class BodyProblems {
    private BodyProblems() {}

    /**
     * 400 {@code body-malformed} for what is not JSON or YAML, 422 {@code invalid} with a JSON pointer for what is but does
     * not fit; both with line and column.
     */
    static RuntimeException of(JacksonException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof ProblemException problem) {
                return problem; // a value that refuses itself
            }
            if (t instanceof StreamReadException malformed) {
                return located(
                        Problems.badRequest(
                                "body-malformed", "The body cannot be read: " + malformed.getOriginalMessage()),
                        malformed.getLocation());
            }
        }
        return switch (e) {
            case InvalidDefinitionException ours -> new IllegalStateException("A body's type cannot be read", ours);
            case JsonMappingException misfit ->
                located(
                        Problems.unprocessable(List.of(new Violation(pointer(misfit), message(misfit)))),
                        misfit.getLocation());
            default -> Problems.badRequest("body-malformed", "The body cannot be read: " + e.getOriginalMessage());
        };
    }

    private static ProblemException located(ProblemException problem, @Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? problem
                : problem.with("line", location.getLineNr()).with("column", location.getColumnNr());
    }

    /** RFC 6901. */
    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null
                        ? Integer.toString(step.getIndex())
                        : step.getFieldName().replace("~", "~0").replace("/", "~1"))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    private static String message(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "There is no property " + unknown.getPropertyName() + " here; there is " + known(unknown) + ".";
            case InvalidTypeIdException kind -> "There is no kind " + kind.getTypeId() + ".";
            case InvalidFormatException format ->
                "\"" + format.getValue() + "\" is not " + expected(format.getTargetType()) + ".";
            case MismatchedInputException mismatch -> "This must be " + expected(mismatch.getTargetType()) + ".";
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException reason ->
                Objects.requireNonNullElse(reason.getMessage(), "This is not allowed.");
            default -> "This cannot be read.";
        };
    }

    private static String known(UnrecognizedPropertyException e) {
        Collection<Object> known = e.getKnownPropertyIds();
        return known == null || known.isEmpty()
                ? "none"
                : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of this type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == Instant.class) {
            return "an instant such as 2026-01-31T12:00:00Z";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-01-31";
        }
        if (type == Duration.class) {
            return "a duration such as PT1H30M";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        return type.isArray() || Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }
}
