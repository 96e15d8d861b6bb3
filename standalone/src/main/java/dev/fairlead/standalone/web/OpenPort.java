package dev.fairlead.standalone.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Finds out before anything is started whether the port can be had. */
public final class OpenPort {

    private OpenPort() {}

    /**
     * Returns when the port can be listened on.
     *
     * @param address
     *            of this machine
     * @param port
     *            0 for any
     * @throws IllegalArgumentException
     *             it cannot; says which flag to change
     */
    public static void expect(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as the web server does, for connections of before
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--listen: expected an address of this machine, but"
                    + " got \"" + address + "\"", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("--port: expected a port that is free on " + address
                    + ", but " + port + " is not: " + e.getMessage() + " (0 takes any)", e);
        }
    }
}
