package podium.scoring.sandbox;

import java.time.Duration;

/**
 * What a process in a sandbox may use.
 *
 * @param memoryMebibytes what DuckDB may use, in MiB; the process takes up to
 *     {@value SandboxProcess#OVERHEAD_MEBIBYTES} MiB more
 * @param time how long it may work, in processor time and by the clock
 */
public record SandboxLimits(int memoryMebibytes, Duration time) {
    public SandboxLimits {
        if (memoryMebibytes < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("Limits have to be positive");
        }
    }
}
