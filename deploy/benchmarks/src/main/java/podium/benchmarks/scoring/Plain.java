package podium.benchmarks.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import podium.kit.content.ContentCoding;

/** What any program could do, and what no program can do without. */
final class Plain {
    private static final int BUFFER = 256 * 1024;

    private Plain() {}

    /** Reads the bytes, and unpacks them, and does nothing with them. */
    static double read(Path file, ContentCoding coding) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = coding.decode(Files.newInputStream(file))) {
            int n = 0;
            while (n >= 0) {
                n = in.read(buffer, 0, buffer.length);
            }
        }
        return Double.NaN;
    }

    /** Counts the lines. */
    static double newlines(Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int lines = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        if (lines != NetflixCase.ROWS + 1) {
            throw new IllegalStateException(lines + " lines");
        }
        return Double.NaN;
    }

    /** What scoring-service does besides, on the way of the bytes from the store. */
    static double digest(Path file) throws IOException, GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        digest.digest();
        return Double.NaN;
    }

    /**
     * The loop that one would write first: one byte after the other, ids as indices, no check of anything. Then the squared
     * errors of both parts.
     */
    static double naive(Path file, NetflixCase netflix) throws IOException {
        double[] values = new double[NetflixCase.ROWS];
        byte[] buffer = new byte[BUFFER];
        int id = 0;
        long digits = 0;
        double scale = 1;
        boolean behindId = false;
        boolean behindPoint = false;
        boolean header = true;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    byte b = buffer[i];
                    if (b == '\n') {
                        if (!header) {
                            values[id - 1] = digits / scale;
                        }
                        header = false;
                        id = 0;
                        digits = 0;
                        scale = 1;
                        behindId = false;
                        behindPoint = false;
                    } else if (b == ',') {
                        behindId = true;
                    } else if (b == '.') {
                        behindPoint = true;
                    } else if (behindId) {
                        digits = digits * 10 + b - '0';
                        scale = behindPoint ? scale * 10 : scale;
                    } else {
                        id = id * 10 + b - '0';
                    }
                }
            }
        }
        double[] stars = netflix.stars();
        double publicSum = 0;
        double privateSum = 0;
        int publicCount = 0;
        for (int row = 0; row < values.length; row++) {
            double error = values[row] - stars[row];
            if (netflix.isPublic(row)) {
                publicSum += error * error;
                publicCount++;
            } else {
                privateSum += error * error;
            }
        }
        return privateSum < 0 ? Double.NaN : Math.sqrt(publicSum / publicCount);
    }
}
