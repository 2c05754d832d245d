package podium.kit.sample;

/** Somebody said something to a person, who must have been introduced. */
public record Greeted(String person, String words) {}
