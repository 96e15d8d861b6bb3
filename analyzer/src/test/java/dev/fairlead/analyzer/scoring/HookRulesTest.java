package dev.fairlead.analyzer.scoring;

import java.util.EnumSet;
import java.util.List;
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

    @Test
    void a_refusal_ends_a_group_but_one_rollback_is_enough_and_events_are_told_to_all() {
        assertThat(HookRules.endsGroup(HookType.CONFIRM_ROLLOUT, false)).isTrue();
        assertThat(HookRules.endsGroup(HookType.CONFIRM_ROLLOUT, true)).isFalse();
        assertThat(HookRules.endsGroup(HookType.ROLLBACK, false)).isFalse();
        assertThat(HookRules.endsGroup(HookType.ROLLBACK, true)).isTrue();
        assertThat(HookRules.endsGroup(HookType.EVENT, false)).isFalse();
    }

    @Test
    void all_must_agree_to_go_on_and_one_is_enough_to_go_back() {
        assertThat(HookRules.opens(HookType.CONFIRM_PROMOTION, List.of(true, false))).isFalse();
        assertThat(HookRules.opens(HookType.CONFIRM_PROMOTION, List.of(true, true))).isTrue();
        assertThat(HookRules.opens(HookType.CONFIRM_PROMOTION, List.of())).isFalse();
        assertThat(HookRules.opens(HookType.ROLLBACK, List.of(false, true))).isTrue();
        assertThat(HookRules.opens(HookType.ROLLBACK, List.of(false, false))).isFalse();
    }
}
