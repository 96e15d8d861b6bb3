package dev.fairlead.analyzer.scoring;

import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.definition.HookType;

import static org.assertj.core.api.Assertions.assertThat;

class HookRulesTest {

    private static final Set<HookType> GATES = EnumSet.of(HookType.CONFIRM_ROLLOUT,
            HookType.CONFIRM_TRAFFIC_INCREASE, HookType.CONFIRM_PROMOTION, HookType.ROLLBACK);

    @Test
    void no_gate_opens_by_accident() {
        assertThat(GATES).allMatch(type -> HookRules.succeeds(type, 202));
        assertThat(GATES).noneMatch(type -> HookRules.succeeds(type, 204));
    }

    @Test
    void other_hooks_take_any_success() {
        assertThat(EnumSet.complementOf(EnumSet.copyOf(GATES)))
                .allMatch(type -> HookRules.succeeds(type, 204));
    }

    @Test
    void nobody_takes_redirects_and_errors() {
        assertThat(HookType.values()).noneMatch(type -> HookRules.succeeds(type, 304))
                .noneMatch(type -> HookRules.succeeds(type, 404));
    }

    @Test
    void only_what_may_pass_is_called_again() {
        assertThat(Set.of(429, 500, 502, 503, 504)).allMatch(HookRules::isPassing);
        assertThat(Set.of(400, 404, 408, 501)).noneMatch(HookRules::isPassing);
    }
}
