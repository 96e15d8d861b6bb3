package dev.fairlead.sandbox.kubelet;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoopbackAddressesTest {

    @Test
    void no_address_is_given_twice_before_it_is_free_again() {
        try (LoopbackAddresses addresses = LoopbackAddresses.claimed()) {
            Set<String> given = new HashSet<>();
            for (int i = 0; i < LoopbackAddresses.MOST; i++) {
                assertThat(given.add(addresses.take())).isTrue();
            }
            assertThat(given).allMatch(address -> address.matches("127\\.\\d+\\.\\d+\\.\\d+"));
        }
    }

    @Test
    void a_freed_address_rests_as_long_as_there_are_others() {
        try (LoopbackAddresses addresses = LoopbackAddresses.claimed()) {
            String first = addresses.take();
            addresses.free(first);
            assertThat(addresses.take()).isNotEqualTo(first);
        }
    }

    @Test
    void one_pod_too_many_is_refused_with_the_limit() {
        try (LoopbackAddresses addresses = LoopbackAddresses.claimed()) {
            for (int i = 0; i < LoopbackAddresses.MOST; i++) {
                addresses.take();
            }
            assertThatThrownBy(addresses::take).hasMessageContaining("at most 2000 pods");
        }
    }

    @Test
    void two_sandboxes_never_share_a_network() {
        try (LoopbackAddresses one = LoopbackAddresses.claimed();
                LoopbackAddresses two = LoopbackAddresses.claimed()) {
            assertThat(one.take()).isNotEqualTo(two.take());
        }
    }
}
