package dev.fairlead.sandbox.kubelet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One loopback address per pod, out of a network {@code 127.x.0.0/16} that no other sandbox on this machine uses: the
 * sandbox that listens on {@code 127.x.255.254:19999} owns it, and the operating system gives it free when the owner
 * dies.
 */
public final class LoopbackAddresses implements AutoCloseable {

    /** Pods that may have an address at a time. */
    public static final int MOST = 2_000;

    static final int CLAIM_PORT = 19_999;
    private static final int PER_BLOCK = 250;
    private static final int BLOCKS = 250;
    private static final int LOWEST_NETWORK = 16;
    private static final int HIGHEST_NETWORK = 250;
    private static final int TRIES = 100;

    private final int network;
    private final ServerSocket claim;
    private final Set<Integer> used = new HashSet<>();
    private int next;

    private LoopbackAddresses(int network, ServerSocket claim) {
        this.network = network;
        this.claim = claim;
    }

    public static LoopbackAddresses claimed() {
        for (int i = 0; i < TRIES; i++) {
            int network = ThreadLocalRandom.current().nextInt(LOWEST_NETWORK, HIGHEST_NETWORK);
            try {
                InetAddress address = InetAddress.getByName("127." + network + ".255.254");
                return new LoopbackAddresses(network, new ServerSocket(CLAIM_PORT, 1, address));
            } catch (IOException _) {
                // Another sandbox has this network; the next try takes another.
            }
        }
        throw new IllegalStateException(
                "Expected a loopback network 127.x.0.0/16 that no sandbox uses, "
                        + "but found none in " + TRIES + " tries");
    }

    /**
     * An address that is not in use and has not been for as long as possible, so that a late request to a pod that is
     * gone does not meet another pod.
     */
    synchronized String take() {
        if (used.size() >= MOST) {
            throw new IllegalStateException(
                    "Expected at most " + MOST + " pods at a time, but got another");
        }
        while (!used.add(next)) {
            next = (next + 1) % (BLOCKS * PER_BLOCK);
        }
        String address = "127." + network + "." + next / PER_BLOCK + "." + (1 + next % PER_BLOCK);
        next = (next + 1) % (BLOCKS * PER_BLOCK);
        return address;
    }

    synchronized void free(String address) {
        String[] parts = address.split("\\.", -1);
        used.remove(Integer.parseInt(parts[2]) * PER_BLOCK + Integer.parseInt(parts[3]) - 1);
    }

    @Override
    public void close() {
        try {
            claim.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot give the loopback network free", e);
        }
    }
}
