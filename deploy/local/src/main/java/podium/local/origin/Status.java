package podium.local.origin;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How all parts are.
 *
 * @param parts in the order in which they start
 */
public record Status(List<Part> parts) {
    /** Copies the list. */
    public Status {
        parts = List.copyOf(parts);
    }

    /**
     * How one part is.
     *
     * @param name such as {@code scoring-service}
     * @param up whether it answers as it should
     * @param detail what it is, or what is wrong with it
     */
    public record Part(String name, boolean up, String detail) {}

    /**
     * Whether everything is up.
     *
     * @return false if any part is down
     */
    public boolean up() {
        return parts.stream().allMatch(Part::up);
    }

    /**
     * The status for a person.
     *
     * @return a line for each part
     */
    public String text() {
        return parts.stream()
                .map(part -> "%-20s %-5s %s%n".formatted(part.name(), part.up() ? "up" : "DOWN", part.detail()))
                .collect(Collectors.joining());
    }
}
