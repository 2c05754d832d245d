package podium.submission.definition;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a contest may set of a metric, as {@code docs/contracts/metrics.json} says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SettingRule.Whole.class, name = "whole"),
    @JsonSubTypes.Type(value = SettingRule.Real.class, name = "real"),
    @JsonSubTypes.Type(value = SettingRule.Word.class, name = "word")
})
sealed interface SettingRule {

    /** Its name in a definition. */
    String name();

    /** The value where a contest says nothing. */
    Object standard();

    /** Whether a definition may have that value. */
    boolean allows(JsonNode value);

    /** The values that it may have, for people. */
    String allowed();

    /** A value that is allowed, as it is kept. */
    Object read(JsonNode value);

    /** A whole number, both ends included. */
    record Whole(String name, int min, int max, Integer standard) implements SettingRule {
        @Override
        public boolean allows(JsonNode value) {
            return value.isNumber()
                    && value.decimalValue().stripTrailingZeros().scale() <= 0
                    && value.canConvertToInt()
                    && value.intValue() >= min
                    && value.intValue() <= max;
        }

        @Override
        public String allowed() {
            return "a whole number from " + min + " to " + max;
        }

        @Override
        public Object read(JsonNode value) {
            return value.intValue();
        }
    }

    /** A number, both ends excluded. */
    record Real(String name, double above, double below, Double standard) implements SettingRule {
        @Override
        public boolean allows(JsonNode value) {
            return value.isNumber() && value.doubleValue() > above && value.doubleValue() < below;
        }

        @Override
        public String allowed() {
            return "a number above " + MetricRule.plain(above) + " and below " + MetricRule.plain(below);
        }

        @Override
        public Object read(JsonNode value) {
            return value.doubleValue();
        }
    }

    /** One of several words. */
    record Word(String name, List<String> words, String standard) implements SettingRule {
        public Word {
            words = List.copyOf(words);
        }

        @Override
        public boolean allows(JsonNode value) {
            return value.isTextual() && words.contains(value.textValue());
        }

        @Override
        public String allowed() {
            return "one of " + String.join(", ", words);
        }

        @Override
        public Object read(JsonNode value) {
            return value.textValue();
        }
    }
}
