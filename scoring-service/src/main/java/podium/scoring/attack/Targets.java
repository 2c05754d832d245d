package podium.scoring.attack;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import podium.scoring.ratings.Ratings;

/**
 * The people who are attacked. All people with rows stand in one random order: its first ones are the sample of the
 * population, the first ones of those in the release the sample of its members, so that who is in both is attacked once.
 *
 * @param people how many people have raw rows
 * @param released how many of them have a record
 * @param all the people in either sample
 * @param population which of them are the sample of the population, as places in {@code all}
 * @param members which of them are the sample of the members
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Targets(int people, int released, int[] all, int[] population, int[] members) {

    static Targets draw(Ratings raw, RatingIndex index, int most, long seed) {
        int[] order = shuffled(people(raw), new SplittableRandom(seed));
        int[] all = new int[order.length];
        int[] population = new int[Math.min(most, order.length)];
        int[] members = new int[Math.min(most, order.length)];
        int chosen = 0;
        int released = 0;
        for (int i = 0; i < order.length; i++) {
            boolean inPopulation = i < most;
            boolean member = index.hasRecordOf(order[i]);
            boolean inMembers = member && released < most;
            if (inPopulation) {
                population[i] = chosen;
            }
            if (inMembers) {
                members[released] = chosen;
            }
            released += member ? 1 : 0;
            if (inPopulation || inMembers) {
                all[chosen++] = order[i];
            }
        }
        return new Targets(
                order.length,
                released,
                Arrays.copyOf(all, chosen),
                population,
                Arrays.copyOf(members, Math.min(most, released)));
    }

    private static int[] people(Ratings raw) {
        BitSet people = new BitSet(raw.users());
        for (int row = 0; row < raw.rows(); row++) {
            people.set(raw.user(row));
        }
        return people.stream().toArray();
    }

    private static int[] shuffled(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int person = order[i];
            order[i] = order[other];
            order[other] = person;
        }
        return order;
    }
}
