package podium.scoring.metric;

/** What the labels of a task are; a metric fits some of them. */
public enum TaskKind {
    /** Truth 1 (positive) or 0; the prediction is a number that is larger the likelier the positive label is. */
    BINARY(Form.NUMBER),
    /** Truth is one of several names. */
    CATEGORY(Form.NAME),
    /** Truth and prediction are numbers. */
    NUMBER(Form.NUMBER),
    /** Truth and prediction are several numbers a row. */
    TARGETS(Form.TARGETS),
    /** Truth is how relevant a row is within its group of rows; the prediction is a number that is larger for better rows. */
    RELEVANCE(Form.NUMBER),
    /** Truth is the set of relevant items of a row; the prediction is a ranked list of items. */
    LIST(Form.LIST);

    private final Form form;

    TaskKind(Form form) {
        this.form = form;
    }

    /** The form of a prediction where a metric asks for no other. */
    public Form form() {
        return form;
    }
}
