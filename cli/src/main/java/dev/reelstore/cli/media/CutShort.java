package dev.reelstore.cli.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Tells from the structure of a file, without reading it all, that its end is missing.
 *
 * <p>It is sure or silent: a file of another structure, or of one that leaves its length open, counts as whole here.
 */
final class CutShort {

    private static final Set<String> MP4_BOXES = Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot", "styp");
    private static final int EBML = 0x1A45DFA3;
    private static final int SEGMENT = 0x18538067;
    private static final int OGG_PAGE = 0x4F676753;
    private static final int OGG_LONGEST_PAGE = 65_307;
    private static final int OGG_HEADER = 27;
    private static final int OGG_LAST = 4;
    private static final int FLV_HEADER = 13;
    private static final int FLV_TAG_HEADER = 11;

    private final FileChannel file;
    private final long length;

    private CutShort(FileChannel file) throws IOException {
        this.file = file;
        this.length = file.size();
    }

    static boolean is(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            return new CutShort(file).isCut();
        }
    }

    /** Whether the file begins as MP4 and its relatives do. */
    static boolean beginsAsMp4(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            return file.size() >= 8 && isMp4Box(new CutShort(file).read(0, 8));
        }
    }

    private static boolean isMp4Box(ByteBuffer box) {
        String type = StandardCharsets.ISO_8859_1
                .decode(box.duplicate().position(4).limit(8))
                .toString();
        return MP4_BOXES.contains(type);
    }

    private boolean isCut() throws IOException {
        if (length < 12) {
            return false;
        }
        ByteBuffer head = read(0, 12);
        String name = StandardCharsets.ISO_8859_1.decode(head.duplicate()).toString();
        if (name.startsWith("OggS")) {
            return isOggCut();
        }
        if (name.startsWith("FLV")) {
            return isFlvCut();
        }
        if (name.startsWith("RIFF")) {
            long size = Integer.toUnsignedLong(Integer.reverseBytes(head.getInt(4)));
            return size != 0xFFFFFFFFL && size + 8 > length + 1;
        }
        if (head.getInt(0) == EBML) {
            return isMatroskaCut();
        }
        return isMp4Box(head) && isMp4Cut();
    }

    /** Boxes follow each other: 32 bits of length, a type, and 64 bits of length where the first is 1. */
    private boolean isMp4Cut() throws IOException {
        long position = 0;
        while (position + 8 <= length) {
            ByteBuffer box = read(position, 16);
            long size = Integer.toUnsignedLong(box.getInt(0));
            if (size == 1 && box.remaining() == 16) {
                size = box.getLong(8);
            }
            if (size < 8) {
                return false;
            }
            position += size;
        }
        return position > length;
    }

    /** The segment, which follows the EBML header, says how long it is, unless it was written to a stream. */
    private boolean isMatroskaCut() throws IOException {
        OptionalLong headerEnd = elementEnd(0, 4);
        if (headerEnd.isEmpty() || headerEnd.getAsLong() + 12 > length) {
            return headerEnd.isPresent();
        }
        long segment = headerEnd.getAsLong();
        return read(segment, 4).getInt(0) == SEGMENT && elementEnd(segment, 4).orElse(0) > length;
    }

    /** Where an element ends; empty when its length is open. The length's first bits tell how many bytes it has. */
    private OptionalLong elementEnd(long start, int idLength) throws IOException {
        ByteBuffer bytes = read(start + idLength, 8);
        int extra = Integer.numberOfLeadingZeros(bytes.get(0) & 0xFF) - 24;
        if (extra >= bytes.remaining()) {
            return OptionalLong.empty();
        }
        long mask = (1L << 7 * (extra + 1)) - 1;
        long size = 0;
        for (int i = 0; i <= extra; i++) {
            size = size << 8 | bytes.get(i) & 0xFF;
        }
        size &= mask;
        return size == mask ? OptionalLong.empty() : OptionalLong.of(start + idLength + extra + 1 + size);
    }

    /** The last page ends the stream that it belongs to, and it is whole. */
    private boolean isOggCut() throws IOException {
        long start = Math.max(0, length - OGG_LONGEST_PAGE);
        ByteBuffer tail = read(start, OGG_LONGEST_PAGE);
        int page = tail.remaining() - 4;
        while (page >= 0 && tail.getInt(page) != OGG_PAGE) {
            page--;
        }
        if (page < 0) {
            return false;
        }
        int left = tail.remaining() - page;
        if (left < OGG_HEADER || left < OGG_HEADER + (tail.get(page + 26) & 0xFF)) {
            return true;
        }
        int segments = tail.get(page + 26) & 0xFF;
        int size = OGG_HEADER + segments;
        for (int i = 0; i < segments; i++) {
            size += tail.get(page + OGG_HEADER + i) & 0xFF;
        }
        return size > left || (tail.get(page + 5) & OGG_LAST) == 0;
    }

    /** Each tag is followed by its length, which must lead back to its beginning. */
    private boolean isFlvCut() throws IOException {
        if (length <= FLV_HEADER) {
            return true;
        }
        long size = Integer.toUnsignedLong(read(length - 4, 4).getInt(0));
        if (size == 0) {
            return false;
        }
        long start = length - 4 - size;
        return !isFlvTag(start, size - FLV_TAG_HEADER) && !isFlvTag(start - FLV_TAG_HEADER, size);
    }

    private boolean isFlvTag(long start, long dataSize) throws IOException {
        return start >= FLV_HEADER && (read(start, 4).getInt(0) & 0xFFFFFF) == dataSize;
    }

    private ByteBuffer read(long position, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(count, length - position));
        while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) >= 0) {
            // A read may return less than was asked for.
        }
        return buffer.flip();
    }
}
