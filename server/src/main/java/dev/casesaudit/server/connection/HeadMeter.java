package dev.casesaudit.server.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.function.Predicate;

/**
 * Counts the memory of request heads before they are decoded: an incomplete one needs up to forty times its bytes,
 * which nothing else counts.
 */
final class HeadMeter extends ChannelInboundHandlerAdapter {

    /** Counts nothing. */
    static final HeadMeter NOTHING = new HeadMeter(meter -> true);

    // The memory of a header besides its characters.
    private static final int LINE_BYTES = 160;
    private static final int CHARACTER = 2;

    private final Predicate<HeadMeter> mayDecode;

    // The bytes that are being decoded.
    private ByteBuf current = Unpooled.EMPTY_BUFFER;
    private int size;
    private int lines;

    // Whether the decoder has kept the start of a line. It copies the following bytes to it, so that nothing else
    // refers to them.
    private boolean keeps;
    private boolean copies;

    /** @param mayDecode whether the bytes that were read may be decoded */
    HeadMeter(Predicate<HeadMeter> mayDecode) {
        this.mayDecode = mayDecode;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            context.fireChannelRead(message);
            return;
        }
        current = bytes.retain();
        size = bytes.readableBytes();
        lines = linesOf(bytes);
        copies = false;
        boolean endsLine = size > 0 && bytes.getByte(bytes.writerIndex() - 1) == '\n';
        boolean decodes = mayDecode.test(this);
        copies = keeps;
        if (decodes) {
            context.fireChannelRead(message);
        } else {
            bytes.release();
        }
        long left = undecoded();
        keeps = copies ? !endsLine : left > 0;
        bytes.release();
        current = Unpooled.EMPTY_BUFFER;
        size = 0;
    }

    private static int linesOf(ByteBuf bytes) {
        int count = 0;
        int end = bytes.indexOf(bytes.readerIndex(), bytes.writerIndex(), (byte) '\n');
        while (end >= 0) {
            count++;
            end = bytes.indexOf(end + 1, bytes.writerIndex(), (byte) '\n');
        }
        return count;
    }

    /** Returns the memory that the bytes not decoded yet will need as a part of a head. */
    long undecoded() {
        int left = current.readableBytes();
        copies &= left == 0;
        return memoryOf(copies ? size : left, lines);
    }

    /** Returns the memory of a part of a head. */
    static long memoryOf(long bytes, long lineEnds) {
        return CHARACTER * bytes + LINE_BYTES * Math.min(lineEnds, bytes);
    }
}
