package podium.scoring.privacy;

import java.util.Map;

/**
 * One cell of the grid of attacks, as the gate judges it.
 *
 * @param attack the attack's name
 * @param words what the adversary knew, as a part of a sentence
 * @param knowledge the same as names and values
 * @param population hits of people drawn from the raw data, those who are not in the release included
 * @param members hits of people drawn from the release
 * @param figures what else was measured, by name
 */
public record GateCell(
        String attack,
        String words,
        Map<String, Object> knowledge,
        Hits population,
        Hits members,
        Map<String, Double> figures) {
    public GateCell {
        knowledge = Map.copyOf(knowledge);
        figures = Map.copyOf(figures);
    }
}
