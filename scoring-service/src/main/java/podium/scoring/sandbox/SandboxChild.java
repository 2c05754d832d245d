package podium.scoring.sandbox;

import java.io.FileOutputStream;
import java.io.IOException;

/**
 * What the two sides of a sandbox have agreed on, as the process in it sees that: questions come on standard input, answers
 * go to a pipe of their own, a file may be open for reading. It knows nothing but the JDK.
 */
public final class SandboxChild {
    /** The first byte of the answers: the process has started. */
    public static final byte READY = 1;

    /** Where the process answers. */
    public static final String ANSWERS = "/dev/fd/3";

    /** The file that it may read, if it was given one. */
    public static final String FILE = "/dev/fd/4";

    private SandboxChild() {}

    /**
     * Says that the process has started. Until here standard output and standard error say why that fails; from here on they
     * lead nowhere.
     */
    public static void ready(FileOutputStream answers) throws IOException {
        // Does not close the descriptors: Java lets them lead nowhere.
        System.out.close();
        System.err.close();
        answers.write(READY);
    }

    /**
     * Waits for the end of standard input, on which nothing more is said, and ends the process: it never outlives the one who
     * asked.
     */
    public static void endWithParent() throws IOException {
        System.in.read();
        end();
    }

    /** Ends the process without closing anything, which would take time and change nothing. */
    public static void end() {
        Runtime.getRuntime().halt(0);
    }
}
