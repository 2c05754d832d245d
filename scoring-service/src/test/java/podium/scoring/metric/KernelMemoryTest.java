package podium.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an evaluation allocates beyond the predictions' own array, let go or not. The scratch to sort in is as long as the
 * longest segment, here a 256th of the rows, so what is left beside the bytes a row is small.
 */
class KernelMemoryTest {
    private static final int ROWS = 200_000;
    private static final int FIXED = 500_000;

    @ParameterizedTest
    @CsvSource({
        "rmse, 0",
        "r2, 0",
        "log-loss, 0",
        "accuracy, 0",
        "mcc, 0",
        "roc-auc, 0",
        "average-precision, 0",
        "kolmogorov-smirnov, 0",
        "median-absolute-error, 0",
        "gini, 4.125",
        "spearman, 4.25",
        "kendall-tau, 12.25"
    })
    void anEvaluationAllocatesNoMoreThanItSays(String name, double bytesARow) {
        Random random = new Random(5);
        Metric metric = Scene.metric(name);
        boolean binary = metric.fits().contains(TaskKind.BINARY) && !name.equals("gini");
        double[] labels = IntStream.range(0, ROWS)
                .mapToDouble(_ -> random.nextInt(binary ? 2 : 9))
                .toArray();
        byte[] cells = new byte[ROWS];
        for (int row = 0; row < ROWS; row++) {
            cells[row] = (byte) random.nextInt(2 * Cells.BLOCKS);
        }
        Kernel kernel = metric.kernel(Truth.of(new Values.Numbers(labels), new Cells(cells, 2), 0));
        double[] predictions = random.doubles(ROWS).toArray();

        long before = allocated();
        kernel.evaluate(new Values.Numbers(predictions));
        long during = allocated() - before;

        assertThat(during).isLessThanOrEqualTo(FIXED + (long) (bytesARow * ROWS));
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
