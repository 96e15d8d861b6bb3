package dev.fairlead.canary.model;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WeightPlanTest {

    @Test
    void equal_steps_go_beyond_a_maximum_that_they_do_not_meet() {
        WeightPlan plan = new WeightPlan(20, List.of(), 50, 0);
        assertThat(plan.maximum()).isEqualTo(50);
        assertThat(List.of(plan.after(0), plan.after(20), plan.after(40), plan.after(90)))
                .containsExactly(20, 40, 60, 100);
    }

    @Test
    void without_a_maximum_all_traffic_moves() {
        assertThat(new WeightPlan(10, List.of(), 0, 0).maximum()).isEqualTo(100);
    }

    @Test
    void listed_steps_are_taken_one_by_one_and_end_at_a_hundred() {
        WeightPlan plan = new WeightPlan(0, List.of(1, 2, 10, 200), 30, 0);
        assertThat(plan.maximum()).isEqualTo(100);
        assertThat(List.of(plan.after(0), plan.after(1), plan.after(2), plan.after(10),
                plan.after(100)))
                .containsExactly(1, 2, 10, 100, 100);
    }

    @Test
    void from_a_weight_that_is_not_listed_the_next_above_is_taken() {
        assertThat(new WeightPlan(0, List.of(5, 25, 50), 0, 0).after(7)).isEqualTo(25);
    }
}
