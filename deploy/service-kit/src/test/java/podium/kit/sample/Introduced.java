package podium.kit.sample;

/** Somebody is known from now on. */
public record Introduced(String person) {}
