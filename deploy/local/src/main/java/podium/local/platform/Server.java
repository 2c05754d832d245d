package podium.local.platform;

import java.nio.file.Path;

/** A component while it is part of a running platform. Its port stays the same for life. */
interface Server {
    /** The port on 127.0.0.1. */
    int port();

    /** The process that runs now. */
    long pid();

    /** What it writes. */
    Path log();

    /** Whether it does its work; asked often, answers within two seconds. */
    boolean healthy();

    /** Kills it with SIGKILL. */
    void kill();

    /** Starts it again, killing what is left; returns when it answers. */
    void restart();

    /** Stops it in good order. */
    void stop();

    /** Whether its process is there. */
    default boolean alive() {
        return ProcessHandle.of(pid()).map(ProcessHandle::isAlive).orElse(false);
    }
}
