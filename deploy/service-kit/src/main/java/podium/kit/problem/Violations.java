package podium.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Turns what the validator found in the parameters of a resource method into what the client has to change. */
final class Violations {
    private Violations() {}

    static List<Violation> of(Collection<? extends ConstraintViolation<?>> found) {
        return found.stream()
                .map(v -> new Violation(pointer(v), v.getMessage()))
                .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::message))
                .toList();
    }

    /** Whether it was not the client but our own answer that is invalid. */
    static boolean inReturnValue(ConstraintViolation<?> violation) {
        return nodes(violation).stream().anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    private static String pointer(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        Path.@Nullable MethodNode method = null;
        for (Path.Node node : nodes(violation)) {
            switch (node.getKind()) {
                case METHOD -> method = node.as(Path.MethodNode.class);
                case PARAMETER -> pointer.append(parameter(violation, method, node.as(Path.ParameterNode.class)));
                default -> append(pointer, node);
            }
        }
        return pointer.toString();
    }

    private static void append(StringBuilder pointer, Path.Node node) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        } else if (node.getKey() != null) {
            pointer.append('/').append(escape(String.valueOf(node.getKey())));
        }
        if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
            pointer.append('/').append(escape(node.getName()));
        }
    }

    /** {@code query/limit} for a parameter of the query; nothing for the body, whose pointers start at its root. */
    private static String parameter(
            ConstraintViolation<?> violation, Path.@Nullable MethodNode method, Path.ParameterNode parameter) {
        if (method == null) {
            return "";
        }
        Class<?>[] types = method.getParameterTypes().toArray(Class<?>[]::new);
        for (Class<?> c = violation.getRootBeanClass(); c != null; c = c.getSuperclass()) {
            Optional<String> name = name(c, method.getName(), types, parameter);
            if (name.isPresent()) {
                return name.get();
            }
        }
        return "";
    }

    private static Optional<String> name(Class<?> c, String method, Class<?>[] types, Path.ParameterNode parameter) {
        try {
            Method declared = c.getDeclaredMethod(method, types);
            Annotation[] annotations = declared.getParameterAnnotations()[parameter.getParameterIndex()];
            return Stream.of(annotations)
                    .flatMap(a -> name(a, parameter.getName()).stream())
                    .findFirst();
        } catch (NoSuchMethodException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> name(Annotation annotation, String parameter) {
        return switch (annotation) {
            case QueryParam q -> Optional.of("query/" + q.value());
            case RestQuery q -> Optional.of("query/" + (q.value().isEmpty() ? parameter : q.value()));
            case PathParam p -> Optional.of("path/" + p.value());
            case RestPath p -> Optional.of("path/" + (p.value().isEmpty() ? parameter : p.value()));
            case HeaderParam h -> Optional.of("header/" + h.value());
            case RestHeader h -> Optional.of("header/" + (h.value().isEmpty() ? parameter : h.value()));
            default -> Optional.empty();
        };
    }

    private static String escape(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    private static List<Path.Node> nodes(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = new ArrayList<>();
        violation.getPropertyPath().forEach(nodes::add);
        return nodes;
    }
}
