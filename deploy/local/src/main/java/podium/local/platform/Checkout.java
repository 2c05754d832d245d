package podium.local.platform;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The source tree with what was built in it.
 *
 * @param root where {@code mvnw} is
 */
public record Checkout(Path root) {
    private static final Path REALM = Path.of("deploy", "keycloak", "podium-realm.json");

    /** Insists on being one. */
    public Checkout {
        root = root.toAbsolutePath().normalize();
        if (!Files.isRegularFile(root.resolve(REALM))) {
            throw new PlatformException(root + " is no checkout of Podium.");
        }
    }

    /**
     * The checkout that this program runs from: named by the system property {@code podium.checkout}, else found in the
     * working directory or above it.
     *
     * @return the checkout
     */
    public static Checkout find() {
        String named = System.getProperty("podium.checkout");
        Path start = Path.of(named == null ? "" : named).toAbsolutePath();
        for (Path directory = start; directory != null; directory = directory.getParent()) {
            if (Files.isRegularFile(directory.resolve(REALM))) {
                return new Checkout(directory);
            }
        }
        throw new PlatformException("There is no checkout of Podium in " + start + " or above it.");
    }

    /**
     * The realm that Keycloak imports.
     *
     * @return the file
     */
    public Path realm() {
        return root.resolve(REALM);
    }

    Path asyncApi() {
        return root.resolve("docs").resolve("contracts").resolve("asyncapi.yaml");
    }

    /** The runnable jar of a service. */
    Path jar(Component service) {
        Path jar = root.resolve(service.fileName())
                .resolve("target")
                .resolve("quarkus-app")
                .resolve("quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new PlatformException(
                    service.label() + " is not built: " + jar + " is missing. Run ./mvnw -DskipTests "
                            + "package, or deploy/local/up, which builds what is missing.");
        }
        return jar;
    }
}
