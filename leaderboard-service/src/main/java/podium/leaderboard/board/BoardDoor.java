package podium.leaderboard.board;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.problem.ProblemException;
import podium.kit.problem.Problems;
import podium.leaderboard.contest.Contest;
import podium.leaderboard.contest.Visitors;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.View;

/** Leads callers to the board they ask for, if they may see it. */
@ApplicationScoped
public class BoardDoor {

    private final Visitors visitors;
    private final VersionStore versions;

    BoardDoor(Visitors visitors, VersionStore versions) {
        this.visitors = visitors;
        this.versions = versions;
    }

    /**
     * The board of a contest.
     *
     * @param slug the contest's
     * @param view {@code public} or {@code private}
     * @throws ProblemException 404 or 503 {@code contest-unknown}; 400 {@code view-unknown}; 409 {@code not-revealed} for
     *     a private board before all its scores are here
     */
    public BoardKey enter(String slug, String view) {
        Contest contest = visitors.admit(slug);
        View known = View.of(view)
                .orElseThrow(() -> Problems.badRequest("view-unknown", "Ask for view=public or view=private."));
        if (known == View.PRIVATE && !versions.isRevealed(contest.id())) {
            throw Problems.conflict(
                    "not-revealed",
                    "The private board opens when the contest is closed and every private score is revealed.");
        }
        return new BoardKey(contest.id(), known);
    }
}
