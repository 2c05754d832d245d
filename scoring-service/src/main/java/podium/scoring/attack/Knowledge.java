package podium.scoring.attack;

/**
 * What an attacker knows of one person: ratings in the order in which he came to know them.
 *
 * @param item of each rating
 * @param rating as the person gave it
 * @param day as the attacker believes it was, counted from 1970-01-01; {@link podium.scoring.ratings.Ratings#NO_DAY} if he
 *     has no idea
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; read in the hottest loop's neighbourhood
record Knowledge(int[] item, float[] rating, int[] day) {
    int size() {
        return item.length;
    }
}
