package podium.backends.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a JVM that runs a main class with a class path of its own, which the build wrote into a resource
 * beside that class.
 */
public final class ChildJvm {
    private ChildJvm() {}

    /**
     * Puts the command together.
     *
     * @param module name of the resource {@code podium/backends/<module>.classpath}
     * @param options options of the JVM
     * @param mainClass the class to run
     * @param arguments its arguments
     * @return program and arguments
     */
    public static List<String> command(String module, List<String> options, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(classPath(module));
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    private static String classPath(String module) {
        String name = "podium/backends/" + module + ".classpath";
        URL resource = ChildJvm.class.getClassLoader().getResource(name);
        if (resource == null) {
            throw new BackendException("The resource " + name + " is missing: build deploy/backends/" + module + ".");
        }
        try (InputStream in = resource.openStream()) {
            String jars = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            for (String jar : jars.split(File.pathSeparator, -1)) {
                if (!Files.isRegularFile(Path.of(jar))) {
                    throw new BackendException(
                            jar + " is not there any more: build deploy/backends/" + module + " again.");
                }
            }
            return home(resource, name) + File.pathSeparator + jars;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar or directory that a resource is in. */
    private static Path home(URL resource, String name) throws IOException {
        URLConnection connection = resource.openConnection();
        try {
            if (connection instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI());
            }
            String file = resource.toURI().toString();
            return Path.of(URI.create(file.substring(0, file.length() - name.length())));
        } catch (URISyntaxException e) {
            throw new IOException("Cannot tell where " + resource + " is.", e);
        }
    }
}
