package podium.backends;

import podium.backends.process.Restartable;

/** A PostgreSQL server, whatever it runs in. */
public interface Postgres extends Restartable {
    /** The superuser's name. */
    String SUPERUSER = "postgres";

    /**
     * The port on 127.0.0.1.
     *
     * @return the same port for the whole life of the server, restarts included
     */
    int port();

    /**
     * The superuser's password.
     *
     * @return the password
     */
    String superuserPassword();

    /**
     * Makes a role that may log in, and a database that it owns and that no other role but the superuser can connect to.
     * What is there already is kept; the password is set to the given one.
     *
     * @param name the database
     * @param role its owner
     * @param password the owner's password
     */
    void createDatabase(String name, String role, String password);

    /**
     * The JDBC URL of a database.
     *
     * @param database its name
     * @return the URL, without user and password
     */
    default String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }
}
