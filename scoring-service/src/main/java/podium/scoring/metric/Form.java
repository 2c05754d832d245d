package podium.scoring.metric;

/** What a metric wants to be told of a row by a prediction file. */
public enum Form {
    /** A number: {@link Values.Numbers}. */
    NUMBER("a number"),
    /** One of the names: {@link Values.Codes}. */
    NAME("a name"),
    /** A number for each of the names, in the declared order of the names: {@link Values.Table}. */
    PROBABILITIES("a probability for each name"),
    /** A number for each target: {@link Values.Table}. */
    TARGETS("a number for each target"),
    /** A distribution, as the probability of at most v for each v of a fixed grid: {@link Values.Table}. */
    GRID("a cumulative distribution on a grid"),
    /** Items, the best first: {@link Values.Lists}. */
    LIST("a list of items, the best first");

    private final String words;

    Form(String words) {
        this.words = words;
    }

    /** What it is, for people. */
    public String words() {
        return words;
    }
}
