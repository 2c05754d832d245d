package podium.submission.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;

/**
 * Which values of something are let in: some only, or all except some.
 *
 * @param only the values that are let in; empty if there are exceptions instead
 * @param except the values that are not let in; empty if only some are
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Admission(List<String> only, List<String> except) {

    /** Lists that are not there are empty. */
    public Admission {
        only = only == null ? List.of() : List.copyOf(only);
        except = except == null ? List.of() : List.copyOf(except);
        if (only.isEmpty() == except.isEmpty()) {
            throw new IllegalArgumentException("Either only or except has values");
        }
    }

    /**
     * Whether somebody with these values is let in: with one that is allowed, and with none that is excepted. Somebody of
     * whom nothing is known is not let in.
     */
    public boolean admits(Collection<String> values) {
        return !values.isEmpty()
                && (only.isEmpty() || values.stream().anyMatch(only::contains))
                && values.stream().noneMatch(except::contains);
    }
}
