package podium.backends.process;

import java.time.Duration;

/**
 * A server in a child process. Who extends this says how the process is launched and how it is stopped; the process that
 * runs now, its death and its next life are kept here.
 */
public abstract class ServerProcess implements Restartable {
    @SuppressWarnings("NullAway.Init") // begin() comes right after the constructor, which launch() needs to be over
    private ChildProcess process;

    /** For those who extend it. */
    protected ServerProcess() {}

    /**
     * Starts the process.
     *
     * @return the process, which answers
     */
    protected abstract ChildProcess launch();

    /** The first start; called once. */
    protected final synchronized void begin() {
        process = launch();
    }

    /**
     * The process that runs now.
     *
     * @return its id
     */
    public final synchronized long pid() {
        return process.pid();
    }

    /**
     * Whether the process is there.
     *
     * @return false once it has ended
     */
    public final synchronized boolean alive() {
        return process.alive();
    }

    @Override
    public final synchronized void kill() {
        process.kill();
    }

    @Override
    public final synchronized void restart() {
        process.kill();
        process = launch();
    }

    /**
     * Asks the process to end, and kills it if it has not done so in time.
     *
     * @param signal the signal at which it ends in good order
     * @param grace how long it may take
     */
    protected final synchronized void stop(String signal, Duration grace) {
        process.stop(signal, grace);
    }
}
