package podium.scoring.attack;

import java.util.ArrayList;
import java.util.List;

/**
 * What an attacker knows of each person in one cell of the grid.
 *
 * @param known how many ratings; people with fewer are known by all that they have
 * @param wrong the share of them that is completely wrong (another item, which the person never rated), rounded down
 * @param dates how well he knows their days
 * @param items which of the person's ratings they are
 */
public record AttackCell(int known, double wrong, DateKnowledge dates, ItemChoice items) {
    public AttackCell {
        if (known < 1 || wrong < 0 || wrong >= 1) {
            throw new IllegalArgumentException("An attacker knows one rating at least, and not all of it is wrong");
        }
    }

    /** How many of the known ratings are wrong. */
    public int wrongRatings() {
        return (int) (wrong * known);
    }

    /**
     * The grid that the gate demands: 2, 4 or 8 ratings, none or a quarter of them wrong, days known to 3 or 14 days or not
     * at all, popular or rare items. Cells in which the quarter is less than one rating are those without wrong ratings and
     * stand there once.
     */
    public static List<AttackCell> grid() {
        List<AttackCell> cells = new ArrayList<>();
        for (ItemChoice items : List.of(ItemChoice.POPULAR, ItemChoice.RARE)) {
            for (DateKnowledge dates : List.of(new DateKnowledge(3), new DateKnowledge(14), DateKnowledge.UNKNOWN)) {
                for (int known : new int[] {2, 4, 8}) {
                    cells.add(new AttackCell(known, 0, dates, items));
                    AttackCell quarterWrong = new AttackCell(known, 0.25, dates, items);
                    if (quarterWrong.wrongRatings() > 0) {
                        cells.add(quarterWrong);
                    }
                }
            }
        }
        return List.copyOf(cells);
    }

    /** The cell as a part of a sentence, such as {@code 8 of a person's ratings of popular items, 2 of them wrong}. */
    public String words() {
        String ratings =
                known + " of a person's ratings" + (items == ItemChoice.ANY ? "" : " of " + items.word() + " items");
        String mistakes = wrongRatings() == 0 ? "" : " (" + wrongRatings() + " of them wrong)";
        String days =
                dates.known() ? " and their dates to within " + dates.errorDays() + " days" : ", but not their dates";
        return ratings + mistakes + days;
    }
}
