package dev.fairlead.sandbox.rollout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes every connection and never says a word, as a hung API server does. */
final class HangingServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Queue<Socket> taken = new ConcurrentLinkedQueue<>();

    HangingServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::take);
    }

    String address() {
        return "https://127.0.0.1:" + socket.getLocalPort();
    }

    int taken() {
        return taken.size();
    }

    private void take() {
        while (!socket.isClosed()) {
            try {
                taken.add(socket.accept());
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : taken) {
            each.close();
        }
    }
}
