package podium.scoring.metric;

/** What the labels of a task are; a metric fits some of them. */
public enum TaskKind {
    /** Truth 1 (positive) or 0; the prediction is a number that is larger the likelier the positive label is. */
    BINARY,
    /** Truth and prediction are one of several names. */
    CATEGORY,
    /** Truth and prediction are numbers. */
    NUMBER
}
