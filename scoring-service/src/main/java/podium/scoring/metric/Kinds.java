package podium.scoring.metric;

/** Opens values as what a metric needs. */
final class Kinds {
    private Kinds() {}

    static double[] numbers(Values values) {
        return switch (values) {
            case Values.Numbers numbers -> numbers.values();
            case Values.Codes _, Values.Table _, Values.Lists _ ->
                throw new IllegalArgumentException("The metric needs numbers, not names");
        };
    }

    static int[] codes(Values values) {
        return switch (values) {
            case Values.Codes codes -> codes.values();
            case Values.Numbers _, Values.Table _, Values.Lists _ ->
                throw new IllegalArgumentException("The metric needs names, not numbers");
        };
    }
}
