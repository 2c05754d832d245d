package podium.backends;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import podium.backends.process.BackendException;

/**
 * One PostgreSQL, one Kafka and one S3 store for the whole test JVM, each started when first asked for and gone when the JVM ends. Tests of
 * crashes kill and restart them through here.
 */
public final class Backends {
    private static @Nullable Postgres postgres;
    private static @Nullable Kafka kafka;
    private static @Nullable S3 s3;

    private Backends() {}

    /**
     * The PostgreSQL of this JVM.
     *
     * @return the server, started if need be
     */
    public static Postgres postgres() {
        return ofThisJvm(Postgres.class, "startedPostgres");
    }

    /**
     * The Kafka of this JVM.
     *
     * @return the broker, started if need be
     */
    public static Kafka kafka() {
        return ofThisJvm(Kafka.class, "startedKafka");
    }

    /**
     * The S3 store of this JVM, with the identities of {@link StoreIdentities}. It is always a child process: its twin in
     * containers would be the same program.
     *
     * @return the store, started if need be
     */
    public static S3 s3() {
        return ofThisJvm(S3.class, "startedS3");
    }

    /** Called by reflection, see {@link #ofThisJvm}. */
    static synchronized Postgres startedPostgres() {
        Postgres server = postgres;
        if (server == null) {
            server = BackendsMode.chosen().startPostgres();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close-postgres"));
            postgres = server;
        }
        return server;
    }

    /** Called by reflection, see {@link #ofThisJvm}. */
    static synchronized Kafka startedKafka() {
        Kafka broker = kafka;
        if (broker == null) {
            broker = BackendsMode.chosen().startKafka();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-kafka"));
            kafka = broker;
        }
        return broker;
    }

    /** Called by reflection, see {@link #ofThisJvm}. */
    static synchronized S3 startedS3() {
        S3 store = s3;
        if (store == null) {
            store = S3Server.start(S3Server.Settings.forTests(StoreIdentities.forTests()));
            Runtime.getRuntime().addShutdownHook(new Thread(store::close, "close-s3"));
            s3 = store;
        }
        return store;
    }

    /**
     * Quarkus loads test classes, and so this class, once per application that it starts, and closes those class loaders
     * again. What lasts as long as the JVM therefore belongs to this class as the system class loader knows it; another
     * class loader gets a proxy. It works because the interfaces speak in types of the JDK only.
     */
    private static <T> T ofThisJvm(Class<T> type, String method) {
        try {
            Class<?> home = Class.forName(Backends.class.getName(), true, ClassLoader.getSystemClassLoader());
            var starter = home.getDeclaredMethod(method);
            starter.setAccessible(true);
            Object server = call(() -> starter.invoke(null));
            if (type.isInstance(server)) {
                return type.cast(server);
            }
            Class<?> foreign = Class.forName(type.getName(), true, ClassLoader.getSystemClassLoader());
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (_, called, arguments) -> call(() -> foreign.getMethod(called.getName(), called.getParameterTypes())
                            .invoke(server, arguments))));
        } catch (ReflectiveOperationException e) {
            throw new BackendException("Podium's backends are not in the class path of this JVM.", e);
        }
    }

    @FunctionalInterface
    private interface Reflective {
        @Nullable
        Object call() throws ReflectiveOperationException;
    }

    private static @Nullable Object call(Reflective reflective) throws ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            return reflective.call();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            if (e.getCause() instanceof Error problem) {
                throw problem;
            }
            throw e;
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
