package podium.scoring.metric;

import java.util.List;
import java.util.Optional;

/** Something about a metric that a contest may set. */
public sealed interface Setting {

    /** Its name in a contest definition. */
    String name();

    /** What it means, for people. */
    String meaning();

    /** The value where a contest sets none. */
    Object standard();

    /** The values that it may have, for people. */
    String allowed();

    /** Whether a value, as a contest definition has it, is one of them. */
    boolean allows(Object value);

    /** What is wrong with a value, empty if nothing is. */
    default Optional<String> problem(Object value) {
        return allows(value) ? Optional.empty() : Optional.of(name() + " has to be " + allowed() + ", not " + value);
    }

    /** A whole number from min to max. */
    record Whole(String name, String meaning, int min, int max, Integer standard) implements Setting {
        @Override
        public String allowed() {
            return "a whole number from " + min + " to " + max;
        }

        @Override
        public boolean allows(Object value) {
            return value instanceof Number number
                    && number.doubleValue() == number.intValue()
                    && number.intValue() >= min
                    && number.intValue() <= max;
        }
    }

    /** A number strictly between two others. */
    record Real(String name, String meaning, double above, double below, Double standard) implements Setting {
        @Override
        public String allowed() {
            return "a number above " + above + " and below " + below;
        }

        @Override
        public boolean allows(Object value) {
            return value instanceof Number number && number.doubleValue() > above && number.doubleValue() < below;
        }
    }

    /** One of several words. */
    record Word(String name, String meaning, List<String> words, String standard) implements Setting {
        public Word {
            words = List.copyOf(words);
        }

        @Override
        public String allowed() {
            return "one of " + String.join(", ", words);
        }

        @Override
        public boolean allows(Object value) {
            return value instanceof String word && words.contains(word);
        }
    }
}
