package podium.local.demo;

import java.util.List;
import podium.local.model.BoostedStumps;
import podium.local.model.Learner;
import podium.local.model.LogisticRegression;
import podium.local.model.NaiveBayes;
import podium.local.model.Prior;

/** The eight teams and what they try, from the least that is honest to a blend. */
final class Contestants {
    private static final double RATE = 0.05;
    private static final double PENALTY = 1e-4;
    private static final double DAMPING = 20;

    private Contestants() {}

    /**
     * A person with a team of one.
     *
     * @param user signs in with this name and password
     * @param team its name
     * @param attempts in the order in which they are sent
     * @param selectsTwo whether the team chooses its final submissions itself
     */
    record Contestant(String user, String team, List<Attempt> attempts, boolean selectsTwo) {
        /** Copies the attempts. */
        Contestant {
            attempts = List.copyOf(attempts);
        }
    }

    static List<Contestant> all() {
        Learner linear = new LogisticRegression(4, RATE, PENALTY, 1);
        Learner pairs = new LogisticRegression(6, RATE, PENALTY, 2).onPairs();
        Learner stumps = new BoostedStumps(60, 0.3, DAMPING);
        Learner pairStumps = new BoostedStumps(120, 0.2, DAMPING).onPairs();
        Attempt sloppy =
                new Attempt("rates by education, file edited by hand", new NaiveBayes(), "education").damaged();
        return List.of(
                new Contestant(
                        "ada",
                        "Ada's Abacus",
                        List.of(
                                new Attempt("everybody gets the average", new Prior()),
                                new Attempt("rates by sex", new NaiveBayes(), "sex"),
                                new Attempt("rates by age", new NaiveBayes(), "age")),
                        false),
                new Contestant(
                        "bob",
                        "Bob's Bureau",
                        List.of(
                                sloppy,
                                new Attempt("rates by education", new NaiveBayes(), "education"),
                                new Attempt("naive Bayes, two columns", new NaiveBayes(), "education", "age")),
                        false),
                new Contestant(
                        "cem",
                        "Cem & Sons",
                        List.of(
                                new Attempt("rates by marital status", new NaiveBayes(), "marital-status"),
                                new Attempt("naive Bayes, all columns", new NaiveBayes())),
                        false),
                new Contestant(
                        "dia",
                        "Diadem",
                        List.of(
                                new Attempt(
                                        "logistic regression, two columns",
                                        new LogisticRegression(2, RATE, PENALTY, 3),
                                        "marital-status",
                                        "education"),
                                new Attempt("logistic regression, all columns", linear)),
                        false),
                new Contestant(
                        "eve",
                        "Evening Shift",
                        List.of(
                                new Attempt("logistic regression, one epoch", new LogisticRegression(1, RATE, 0, 4)),
                                new Attempt("logistic regression with pairs of columns", pairs)),
                        false),
                new Contestant(
                        "fay",
                        "Fay Way",
                        List.of(
                                new Attempt("10 boosted stumps", new BoostedStumps(10, 0.3, DAMPING)),
                                new Attempt("60 boosted stumps", stumps)),
                        false),
                new Contestant(
                        "gil",
                        "Gilt Edge",
                        List.of(
                                new Attempt("30 boosted stumps", new BoostedStumps(30, 0.3, DAMPING)),
                                new Attempt("120 boosted stumps on pairs of columns", pairStumps)),
                        true),
                new Contestant(
                        "hana",
                        "Hana Blends",
                        List.of(
                                new Attempt(
                                        "blend of naive Bayes and logistic regression",
                                        Learner.blend(List.of(new NaiveBayes(), linear))),
                                new Attempt(
                                        "blend of boosted stumps and logistic regression, both on pairs",
                                        Learner.blend(List.of(pairs, pairStumps)))),
                        true));
    }
}
