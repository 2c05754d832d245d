package podium.scoring.holdout;

import podium.scoring.bytes.TextIndex;

/** Ids of any kind, found by their bytes. */
public final class TextIds implements RowIds {
    private final TextIndex index;
    private final boolean bare;

    TextIds(TextIndex index) {
        this.index = index;
        this.bare = allBare(index);
    }

    @Override
    public int rows() {
        return index.size();
    }

    @Override
    public String text(int row) {
        return index.text(row);
    }

    @Override
    public int rowOf(byte[] bytes, int from, int to) {
        return index.indexOf(bytes, from, to);
    }

    /** Whether every id may stand in a CSV file without quotes, so that its bytes there are its own. */
    public boolean bare() {
        return bare;
    }

    /** How many bytes the id of a row has. */
    public int length(int row) {
        return index.length(row);
    }

    /** Whether the bytes from a place on begin with the id of a row. */
    public boolean isAt(int row, byte[] bytes, int from) {
        return index.isAt(row, bytes, from);
    }

    private static boolean allBare(TextIndex index) {
        for (int row = 0; row < index.size(); row++) {
            String id = index.text(row);
            if (id.charAt(0) == '"' || id.indexOf(',') >= 0) {
                return false;
            }
        }
        return true;
    }
}
