package podium.submission.definition;

import com.fasterxml.jackson.annotation.JsonValue;

/** The menu of what a prize can buy. Whoever does not win grants no more than what the evaluation needs, whatever the kind. */
public enum LicenceKind {
    /** The winner keeps everything. */
    RETAIN,
    /** The organizer may use it, beside others. */
    NONEXCLUSIVE_SPONSOR,
    /** The winner publishes it under an open-source licence. */
    OPEN_SOURCE,
    /** Research with it is not sued. */
    RESEARCH_NONASSERT,
    /** The organizer alone may use it. */
    EXCLUSIVE_LICENSE,
    /** It becomes the organizer's when the prize is paid. */
    ASSIGNMENT_ON_PAYMENT;

    @JsonValue
    public String wire() {
        return ContestDefinition.wireName(this);
    }
}
