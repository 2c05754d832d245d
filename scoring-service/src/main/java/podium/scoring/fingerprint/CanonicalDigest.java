package podium.scoring.fingerprint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import podium.scoring.metric.Values;

/**
 * SHA-256 of the canonical form of predictions: a line that names form, rows and columns, then the predictions in the order
 * of the solution's rows, numbers as big-endian IEEE 754 doubles with one zero, codes as big-endian integers, lists as
 * their length and their codes.
 */
final class CanonicalDigest {
    private final MessageDigest sha256;
    private final ByteBuffer buffer = ByteBuffer.allocate(8192);

    private CanonicalDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static String of(Values values) {
        CanonicalDigest digest = new CanonicalDigest();
        switch (values) {
            case Values.Numbers(double[] numbers) ->
                digest.begin("numbers", values.rows(), 1).numbers(numbers);
            case Values.Codes(int[] codes) ->
                digest.begin("names", values.rows(), 1).codes(codes, 0, codes.length);
            case Values.Table(double[] numbers, int columns) ->
                digest.begin("numbers", values.rows(), columns).numbers(numbers);
            case Values.Lists(int[] starts, int[] items) ->
                digest.begin("lists", values.rows(), 1).lists(starts, items);
        }
        return digest.hex();
    }

    private CanonicalDigest begin(String form, int rows, int columns) {
        sha256.update((form + " " + rows + " " + columns + "\n").getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    private void numbers(double[] numbers) {
        for (double number : numbers) {
            room(Double.BYTES);
            buffer.putLong(RowKeys.bits(number));
        }
    }

    private void codes(int[] codes, int from, int to) {
        for (int i = from; i < to; i++) {
            room(Integer.BYTES);
            buffer.putInt(codes[i]);
        }
    }

    private void lists(int[] starts, int[] items) {
        for (int row = 0; row + 1 < starts.length; row++) {
            room(Integer.BYTES);
            buffer.putInt(starts[row + 1] - starts[row]);
            codes(items, starts[row], starts[row + 1]);
        }
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() {
        sha256.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private String hex() {
        flush();
        return HexFormat.of().formatHex(sha256.digest());
    }
}
