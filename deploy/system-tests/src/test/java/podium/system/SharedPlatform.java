package podium.system;

import java.nio.file.Path;
import podium.local.platform.Platform;
import podium.local.platform.PlatformOptions;

/** One platform for all system tests of this JVM: the packaged services on real backends, started when first asked for. */
final class SharedPlatform {
    private static final Path HOME = Path.of("target", "platform");

    private SharedPlatform() {}

    private static final class Holder {
        // It ends with the JVM, whose tests have all been run by then.
        static final Platform PLATFORM = Platform.start(new PlatformOptions(HOME, 0, true, true, System.out::println));
    }

    static Platform get() {
        return Holder.PLATFORM;
    }
}
