package podium.submission.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a prize buys of the winner's rights. Fixed as soon as the contest is announced.
 *
 * @param kind which of the menu
 * @param spdx the identifier of the open-source licence; null for other kinds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Licence(LicenceKind kind, @Nullable String spdx) {}
