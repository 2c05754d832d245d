package podium.local.platform;

import java.nio.file.Path;
import podium.backends.process.ServerProcess;

/** A component while it is part of a running platform. Its port stays the same for life. */
interface Server {
    /** What runs: to be killed, started again, closed in good order. */
    ServerProcess process();

    /** The port on 127.0.0.1. */
    int port();

    /** What it writes. */
    Path log();

    /** Whether it does its work; asked often, answers within two seconds. */
    boolean healthy();
}
