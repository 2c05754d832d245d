package podium.scoring.metric.order;

/** Doubles as longs in the same order. Both zeros are one value; infinities have their place; there is no NaN. */
final class Images {
    private Images() {}

    /** The image: x below y exactly if its image is below y's as signed numbers. */
    static long of(double value) {
        // + 0.0 turns -0.0 into 0.0
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /** The double with that image. */
    static double value(long image) {
        return Double.longBitsToDouble(image ^ ((image >> 63) & Long.MAX_VALUE));
    }

    /** Eight bits of an image as a bucket, so that buckets are in the order of the images. */
    static int digit(long image, int shift) {
        return (int) ((image ^ Long.MIN_VALUE) >>> shift) & 0xFF;
    }
}
