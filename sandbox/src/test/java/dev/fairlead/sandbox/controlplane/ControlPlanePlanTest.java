package dev.fairlead.sandbox.controlplane;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.fairlead.sandbox.kit.Tools;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ControlPlanePlanTest {

    @Test
    void a_folder_that_is_too_long_for_a_unix_socket_is_refused_by_name() {
        Path long97 = Path.of("/" + "x".repeat(96));
        Path tool = Path.of("tool");
        assertThatThrownBy(
                () -> new ControlPlanePlan(long97, new Tools(tool, tool, tool, tool, tool, tool),
                        20_000, List.of(), false, 600))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("folder: expected at most 96 characters")
                .hasMessageContaining("xxx");
    }
}
