package podium.scoring.prediction;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import podium.scoring.bytes.Utf8;

/** The header of a file: {@code id}, then each prediction column once, in any order. */
final class Header {
    private final PredictionFormat format;
    private final Problems problems;
    private final int[] columnOfField;

    Header(PredictionFormat format, Problems problems) {
        this.format = format;
        this.problems = problems;
        this.columnOfField = new int[format.columns().size()];
    }

    /** For each field behind the id its column, from 0; of use once {@link #read} was true. */
    int[] columnOfField() {
        return columnOfField;
    }

    /** Reads the header; false if rows under it could not be understood, which is then among the problems. */
    boolean read(byte[] bytes, int from, int to, long line) {
        int commas = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] == 0) {
                return notUtf8();
            }
            commas += bytes[i] == ',' ? 1 : 0;
        }
        if (!Utf8.isValid(bytes, from, to)) {
            return notUtf8();
        }
        Fields fields = new Fields(commas + 1);
        int count = fields.split(bytes, from, to);
        if (count == Fields.BAD_QUOTING || !text(fields, 0).equals(PredictionFormat.ID)) {
            problems.add(ProblemKind.WRONG_HEADER, line, null, bytes, from, to, "the header " + format.header());
            return false;
        }
        return columns(fields, count, line);
    }

    private boolean columns(Fields fields, int count, long line) {
        List<String> columns = format.columns();
        BitSet found = new BitSet();
        boolean right = true;
        for (int field = 1; field < count; field++) {
            int column = columns.indexOf(text(fields, field));
            if (column < 0) {
                problem(ProblemKind.UNKNOWN_COLUMN, fields, field, line, "the columns " + format.header());
                right = false;
            } else if (found.get(column)) {
                problem(ProblemKind.DUPLICATE_COLUMN, fields, field, line, "each column once");
                right = false;
            } else {
                found.set(column);
                columnOfField[found.cardinality() - 1] = column;
            }
        }
        for (int column = found.nextClearBit(0); column < columns.size(); column = found.nextClearBit(column + 1)) {
            String expected = "the header " + format.header();
            problems.addMissing(ProblemKind.MISSING_COLUMN, line, columns.get(column), expected);
            right = false;
        }
        return right;
    }

    private boolean notUtf8() {
        problems.add(ProblemKind.WRONG_ENCODING, 1, "UTF-8");
        return false;
    }

    private void problem(ProblemKind kind, Fields fields, int field, long line, String expected) {
        problems.add(kind, line, null, fields.source(field), fields.from(field), fields.to(field), expected);
    }

    private static String text(Fields fields, int field) {
        int from = fields.from(field);
        return new String(fields.source(field), from, fields.to(field) - from, StandardCharsets.UTF_8);
    }
}
