package podium.backends;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import podium.backends.process.BackendException;

/** Versions and files that the build knows, from {@code build.properties}. */
final class BuildProperties {
    private static final Properties PROPERTIES = read();

    private BuildProperties() {}

    static String get(String key) {
        String value = PROPERTIES.getProperty(key);
        if (value == null || value.contains("${")) {
            throw new BackendException("The build has not filled in " + key + ": build deploy/backends.");
        }
        return value;
    }

    private static Properties read() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(BuildProperties.class.getResourceAsStream("build.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
