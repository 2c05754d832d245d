package podium.benchmarks.scoring;

/**
 * One way to do one piece of work.
 *
 * @param name its key among the figures
 * @param title what it does, for people
 * @param rounds how often it is measured
 * @param work the work; its answer is the figure that all ways to do it have to agree on, NaN if there is none
 */
record Contender(String name, String title, int rounds, Work work) {

    /** Something that takes time. */
    interface Work {
        double run() throws Exception;
    }
}
