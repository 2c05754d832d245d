package podium.scoring.attack;

/**
 * What the attack did in one cell of the grid.
 *
 * @param cell what the attacker knew
 * @param population what he did to people of the raw data, released or not
 * @param members what he did to people who are in the release
 * @param medianBits how many bits of information he lacks in the median to name the record of a person in the release:
 *     {@code -log2 p}, where p is what the entropic version of the attack gives to that record (the distribution over
 *     records proportional to exp(score / sigma)); 0 where nobody is in the release
 */
public record CellOutcome(AttackCell cell, SampleOutcome population, SampleOutcome members, double medianBits) {}
