package podium.submission.team;

import podium.submission.contest.ContestState;

/** What came of a wish to found a team. */
public sealed interface TeamFounding {

    /** It is there. */
    record Founded(Team team) implements TeamFounding {}

    /** The person has not accepted the terms. */
    record TermsNotAccepted() implements TeamFounding {}

    /** One person, one team. */
    record AlreadyInATeam(Team team) implements TeamFounding {}

    /** Another team looks the same on the board. */
    record NameTaken() implements TeamFounding {}

    /** 1 to 80 visible characters. */
    record NameInvalid() implements TeamFounding {}

    /** Teams are founded while the contest is open. */
    record NotOpen(ContestState state) implements TeamFounding {}
}
