package podium.kit.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of an open file as a stream with a position of its own, so that one channel can be read several times. */
final class ChannelSlice extends InputStream {
    private final FileChannel channel;
    private final boolean closeChannel;
    private final long end;
    private long position;

    /** @param closeChannel whether closing the stream closes the channel */
    ChannelSlice(FileChannel channel, long from, long length, boolean closeChannel) {
        this.channel = channel;
        this.position = from;
        this.end = Math.addExact(from, length);
        this.closeChannel = closeChannel;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (len == 0) {
            return 0;
        }
        if (position >= end) {
            return -1;
        }
        int n = channel.read(ByteBuffer.wrap(b, off, (int) Math.min(len, end - position)), position);
        if (n > 0) {
            position += n;
        }
        return n;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.clamp(Math.min(end, channel.size()) - position, 0L, Integer.MAX_VALUE);
    }

    @Override
    public void close() throws IOException {
        if (closeChannel) {
            channel.close();
        }
    }
}
