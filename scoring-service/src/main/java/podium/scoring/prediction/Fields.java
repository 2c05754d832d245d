package podium.scoring.prediction;

import java.util.Arrays;
import podium.scoring.bytes.Words;

/** Splits a line at its commas (RFC 4180, but a quoted field ends on its line). Reused from line to line. */
final class Fields {
    /** What {@link #split} answers if a quoted field does not end, or something follows its end. */
    static final int BAD_QUOTING = -1;

    private final byte[][] sources;
    private final int[] froms;
    private final int[] tos;

    /** @param kept so many fields are kept, those beyond are counted */
    Fields(int kept) {
        sources = new byte[kept][];
        Arrays.fill(sources, new byte[0]);
        froms = new int[kept];
        tos = new int[kept];
    }

    /** How many fields the line has that lies between two places of an array, or {@link #BAD_QUOTING}. */
    int split(byte[] line, int from, int to) {
        int count = 0;
        int p = from;
        while (true) {
            int next = p < to && line[p] == '"' ? quoted(count, line, p, to) : bare(count, line, p, to);
            if (next < 0) {
                return BAD_QUOTING;
            }
            count++;
            if (next == to) {
                return count;
            }
            p = next + 1;
        }
    }

    /** The array that holds a field, without quotes and with {@link Words#SLACK} behind it. */
    byte[] source(int field) {
        return sources[field];
    }

    int from(int field) {
        return froms[field];
    }

    int to(int field) {
        return tos[field];
    }

    /** Leaves out blanks at both ends, which some programs write to align numbers. */
    void trim(int field) {
        byte[] source = sources[field];
        while (froms[field] < tos[field] && isBlank(source[froms[field]])) {
            froms[field]++;
        }
        while (froms[field] < tos[field] && isBlank(source[tos[field] - 1])) {
            tos[field]--;
        }
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private int bare(int field, byte[] line, int from, int to) {
        int p = from;
        while (p < to && line[p] != ',') {
            p++;
        }
        keep(field, line, from, p);
        return p;
    }

    private int quoted(int field, byte[] line, int quote, int to) {
        int p = quote + 1;
        boolean doubled = false;
        while (true) {
            while (p < to && line[p] != '"') {
                p++;
            }
            if (p == to) {
                return BAD_QUOTING;
            }
            if (p + 1 < to && line[p + 1] == '"') {
                doubled = true;
                p += 2;
            } else {
                break;
            }
        }
        if (doubled) {
            undouble(field, line, quote + 1, p);
        } else {
            keep(field, line, quote + 1, p);
        }
        return p + 1 == to || line[p + 1] == ',' ? p + 1 : BAD_QUOTING;
    }

    private void undouble(int field, byte[] line, int from, int to) {
        byte[] single = new byte[to - from + Words.SLACK];
        int n = 0;
        for (int p = from; p < to; p++) {
            single[n++] = line[p];
            if (line[p] == '"') {
                p++;
            }
        }
        keep(field, single, 0, n);
    }

    private void keep(int field, byte[] source, int from, int to) {
        if (field < sources.length) {
            sources[field] = source;
            froms[field] = from;
            tos[field] = to;
        }
    }
}
