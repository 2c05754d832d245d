package podium.submission.terms;

import java.util.List;

/** What came of a wish to invite people. */
public sealed interface Inviting {

    /** These are newly invited. */
    record Invited(List<String> subjects) implements Inviting {}

    /** Who runs a contest cannot compete in it. */
    record OrganizersCannotEnter(List<String> subjects) implements Inviting {}
}
