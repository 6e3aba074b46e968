package dev.reelstore.fire.network;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One message of the protocol between a client and a server, as it is on the wire.
 *
 * @param type its letter, or 0 for what a client says before the server knows which protocol it speaks
 * @param bytes all of it
 */
record Message(char type, byte[] bytes) {

    private static final int LONGEST = 64 << 20;

    /** The next one, after the beginning. */
    static Message read(DataInputStream in) throws IOException {
        return readAfter((char) in.readUnsignedByte(), in);
    }

    /** The one whose letter was read already. */
    static Message readAfter(char type, DataInputStream in) throws IOException {
        return read(in, type);
    }

    /** The next one at the beginning of a connection, without a letter. */
    static Message readFirst(DataInputStream in) throws IOException {
        return read(in, (char) 0);
    }

    private static Message read(DataInputStream in, char type) throws IOException {
        int length = in.readInt();
        if (length < 4 || length > LONGEST) {
            throw new EOFException("a message of " + length + " bytes");
        }
        int head = type == 0 ? 4 : 5;
        ByteBuffer bytes = ByteBuffer.allocate(head + length - 4);
        if (type != 0) {
            bytes.put((byte) type);
        }
        bytes.putInt(length);
        in.readFully(bytes.array(), head, length - 4);
        return new Message(type, bytes.array());
    }

    /** Whether this first message begins a session, and is no wish for encryption or for a cancellation. */
    boolean beginsSession() {
        return ByteBuffer.wrap(bytes).getInt(4) >> 16 == 3;
    }

    /** Whether a client that has said this waits for an answer, or says more at its leisure. */
    boolean endsGroup() {
        return "PBDEC".indexOf(type) < 0;
    }

    /** The text that begins so many zero-ended texts after the head. */
    String text(int index) {
        int begin = 5;
        for (int skip = 0; skip < index; skip++) {
            begin = end(begin) + 1;
        }
        return new String(bytes, begin, end(begin) - begin, StandardCharsets.UTF_8);
    }

    private int end(int begin) {
        int end = begin;
        while (bytes[end] != 0) {
            end++;
        }
        return end;
    }
}
