package dev.fairlead.standalone.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OpenPortTest {

    @Test
    void a_port_that_another_has_is_refused_with_the_flag_that_names_it() throws IOException {
        OpenPort.expect("127.0.0.1", 0);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> OpenPort.expect("127.0.0.1", taken.getLocalPort()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("--port: expected a port that is free on 127.0.0.1, but "
                            + taken.getLocalPort());
        }
    }

    @Test
    void an_address_that_is_none_of_this_machine_is_refused() {
        assertThatThrownBy(() -> OpenPort.expect("300.1.1.1", 0))
                .hasMessageContaining("--listen: expected an address of this machine");
    }
}
