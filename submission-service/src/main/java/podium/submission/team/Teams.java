package podium.submission.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import podium.kit.id.Ids;
import podium.kit.outbox.Outbox;
import podium.kit.outbox.Republisher;
import podium.kit.time.TimeSource;
import podium.submission.contest.Contest;
import podium.submission.contest.ContestStore;
import podium.submission.terms.Acceptances;
import podium.submission.terms.EntrantStore;

/** Founding teams. */
@ApplicationScoped
public class Teams implements Republisher {
    private static final int PAGE = 500;

    private final ContestStore contests;
    private final EntrantStore entrants;
    private final TeamStore teams;
    private final Outbox outbox;
    private final TimeSource time;

    Teams(ContestStore contests, EntrantStore entrants, TeamStore teams, Outbox outbox, TimeSource time) {
        this.contests = contests;
        this.entrants = entrants;
        this.teams = teams;
        this.outbox = outbox;
        this.time = time;
    }

    /** Founds a team of one. */
    @Transactional
    public TeamFounding found(UUID contestId, String text, String founder) {
        Optional<TeamName> name = TeamName.of(text);
        if (name.isEmpty()) {
            return new TeamFounding.NameInvalid();
        }
        Contest contest = contests.share(contestId).orElseThrow();
        Instant now = time.now();
        if (!contest.underWay(now)) {
            return new TeamFounding.NotOpen(contest.state());
        }
        teams.lockEntrant(contestId, founder);
        if (!entrants.entered(contest, founder)) {
            return new TeamFounding.TermsNotAccepted();
        }
        Optional<Team> present = teams.ofMember(contestId, founder);
        if (present.isPresent()) {
            return new TeamFounding.AlreadyInATeam(present.get());
        }
        Team team = new Team(
                Ids.next(), contestId, 1, name.get().shown(), List.of(founder), founder, false, Ids.next(), now);
        if (!teams.add(team, name.get().key())) {
            return new TeamFounding.NameTaken();
        }
        outbox.append(Acceptances.TOPIC, contestId.toString(), team.eventId(), now, team.event());
        return new TeamFounding.Founded(team);
    }

    @Override
    public void republish(Sink sink) {
        for (UUID contest : contests.ids()) {
            UUID last = new UUID(0, 0);
            for (var page = teams.after(contest, last, PAGE);
                    !page.isEmpty();
                    page = teams.after(contest, last, PAGE)) {
                page.forEach(each -> sink.send(
                        Acceptances.TOPIC, contest.toString(), each.eventId(), each.changedAt(), each.event()));
                last = page.getLast().id();
            }
        }
    }
}
