package podium.local.client;

/**
 * A team.
 *
 * @param id its id
 * @param contest the contest
 * @param name as on the board
 */
public record Team(String id, String contest, String name) {}
