package podium.backends.broker;

import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * Formats the storage that the given {@code server.properties} names, unless that was done before, and runs the broker
 * and controller in this JVM. One JVM for both steps: a second one would double the time to the first answer.
 */
public final class BrokerMain {
    private BrokerMain() {}

    /**
     * Runs until the process is ended.
     *
     * @param arguments the path of {@code server.properties} and the cluster id (22 characters, base64 of 16 bytes)
     */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("usage: BrokerMain server.properties CLUSTER-ID");
            System.exit(2);
        }
        String settings = arguments[0];
        int formatted = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "-t", arguments[1], "-c", settings}, System.out);
        if (formatted != 0) {
            System.exit(formatted);
        }
        Kafka.main(new String[] {settings});
    }
}
