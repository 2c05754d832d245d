package podium.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import podium.local.client.PodiumClient;
import podium.local.client.Submission;
import podium.local.client.Team;

/** A contestant at work: accepts the terms, founds a team, downloads, trains, submits, and selects if it likes. */
final class Competitor {
    private static final Duration SCORE_WITHIN = Duration.ofSeconds(20);
    /** About six standard errors of the difference between two samples of a few thousand rows. */
    private static final double PLAUSIBLE = 0.06;

    private static final int SELECTED = 2;

    private final Contestants.Contestant who;
    private final PodiumClient client;
    private final String slug;
    private final Screen screen;

    Competitor(Contestants.Contestant who, PodiumClient anyone, String slug, Screen screen) {
        this.who = who;
        this.client = anyone.as(who.user(), who.user());
        this.slug = slug;
        this.screen = screen;
    }

    /**
     * What came of it.
     *
     * @param team the team
     * @param scored how many submissions were scored
     * @param rejected how many were rejected
     */
    record Result(Team team, int scored, int rejected) {}

    private record Scored(String id, double estimate, BigDecimal releasedScore) {}

    /** Accepts the terms and founds the team. */
    Team enter() {
        client.accept(slug, client.terms(slug));
        return client.createTeam(slug, who.team());
    }

    /** Does everything else. */
    Result compete(Team team) {
        Workbench workbench = new Workbench(client.download(slug, "train.csv"), client.download(slug, "test.csv"));
        List<Scored> scored = new ArrayList<>();
        int rejected = 0;
        for (Attempt attempt : who.attempts()) {
            Workbench.Prediction prediction = workbench.predict(attempt);
            Submission submission = submit(prediction);
            switch (submission.state()) {
                case "scored" -> {
                    BigDecimal released = report(attempt, prediction, submission, scored);
                    scored.add(new Scored(submission.id(), prediction.estimate(), released));
                }
                case "rejected" -> {
                    rejected++;
                    reportProblems(attempt, submission);
                }
                default ->
                    throw new DemoException(
                            who.team() + "'s submission " + submission.id() + " is " + submission.state() + ".");
            }
        }
        if (who.selectsTwo()) {
            client.select(
                    slug,
                    scored.stream()
                            .sorted(Comparator.comparingDouble(Scored::estimate).reversed())
                            .limit(SELECTED)
                            .map(Scored::id)
                            .toList());
        }
        return new Result(team, scored.size(), rejected);
    }

    private Submission submit(Workbench.Prediction prediction) {
        Submission submission = client.submit(slug, prediction.csv().getBytes(StandardCharsets.UTF_8), SCORE_WITHIN);
        return submission.terminal() ? submission : client.submission(submission.id(), SCORE_WITHIN);
    }

    /** Shows a released score; returns it if it can be true. */
    private BigDecimal report(
            Attempt attempt, Workbench.Prediction prediction, Submission submission, List<Scored> before) {
        if (attempt.damage() != Attempt.Damage.NONE) {
            throw new DemoException("The platform scored a broken file.");
        }
        BigDecimal released = submission.releasedScore();
        if (released == null) {
            throw new DemoException(who.team() + "'s score is missing.");
        }
        double score = released.doubleValue();
        // The Ladder repeats the last score where a submission is not better by more than chance explains.
        boolean again = !before.isEmpty() && before.getLast().releasedScore().compareTo(released) == 0;
        screen.line("  %-15s %-64s %.4f%s (own estimate %.4f)"
                .formatted(who.team(), attempt.title(), score, again ? " again" : "", prediction.estimate()));
        if (!again && Math.abs(score - prediction.estimate()) > PLAUSIBLE) {
            throw new DemoException("%s estimates %.4f where the platform computed %.4f: more than chance allows."
                    .formatted(who.team(), prediction.estimate(), score));
        }
        return released;
    }

    private void reportProblems(Attempt attempt, Submission submission) {
        if (attempt.damage() == Attempt.Damage.NONE) {
            throw new DemoException("The platform rejected a good file: " + submission.problems());
        }
        JsonNode problems = submission.problems();
        if (problems == null || problems.isEmpty()) {
            throw new DemoException("The platform does not say what is wrong with a file.");
        }
        StringBuilder text = new StringBuilder("  %-15s %-64s rejected:".formatted(who.team(), attempt.title()));
        for (JsonNode problem : problems) {
            text.append("\n%20s".formatted(""))
                    .append(problem.has("line") ? "line " + problem.path("line").asLong() + ": " : "")
                    .append(problem.path("kind").asText())
                    .append(
                            problem.has("found")
                                    ? ", found " + problem.path("found").asText()
                                    : "")
                    .append(
                            problem.has("expected")
                                    ? ", expected " + problem.path("expected").asText()
                                    : "");
        }
        screen.line(text.toString());
    }
}
