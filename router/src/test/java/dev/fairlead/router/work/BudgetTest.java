package dev.fairlead.router.work;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BudgetTest {

    private final Budget budget = new Budget(Budget.KEPT + 1);

    @Test
    void traffic_to_the_primary_does_not_wait_behind_talk_that_hangs() {
        assertThat(budget.enter(Priority.TALK)).isCompleted();
        assertThat(budget.enter(Priority.ROUTE)).isNotCompleted();
        assertThat(budget.enter(Priority.RESCUE)).isCompleted();
    }

    @Test
    void the_most_urgent_goes_first_whoever_came_first() {
        budget.enter(Priority.TALK);
        var talk = budget.enter(Priority.TALK);
        var workload = budget.enter(Priority.WORKLOAD);
        var route = budget.enter(Priority.ROUTE);
        budget.leave(Priority.TALK);
        assertThat(route).isCompleted();
        assertThat(workload).isNotCompleted();
        budget.leave(Priority.ROUTE);
        assertThat(workload).isCompleted();
        assertThat(talk).isNotCompleted();
        assertThat(budget.waiting()).isEqualTo(1);
    }

    @Test
    void equals_are_served_in_the_order_they_came() {
        budget.enter(Priority.ROUTE);
        var first = budget.enter(Priority.ROUTE);
        var second = budget.enter(Priority.ROUTE);
        budget.leave(Priority.ROUTE);
        assertThat(first).isCompleted();
        assertThat(second).isNotCompleted();
    }

    @Test
    void talk_and_workloads_take_few_of_the_places_even_when_nobody_else_wants_them() {
        var wide = new Budget(Budget.KEPT + 7);
        assertThat(wide.enter(Priority.TALK)).isCompleted();
        var secondTalk = wide.enter(Priority.TALK);
        wide.enter(Priority.WORKLOAD);
        assertThat(wide.enter(Priority.WORKLOAD)).isCompleted();
        var thirdWorkload = wide.enter(Priority.WORKLOAD);
        assertThat(wide.enter(Priority.ROUTE)).isCompleted();
        wide.leave(Priority.ROUTE);
        assertThat(secondTalk).isNotCompleted();
        assertThat(thirdWorkload).isNotCompleted();
        wide.leave(Priority.TALK);
        wide.leave(Priority.WORKLOAD);
        assertThat(secondTalk).isCompleted();
        assertThat(thirdWorkload).isCompleted();
    }

    @Test
    void a_budget_without_a_place_for_all_is_refused() {
        assertThatThrownBy(() -> new Budget(Budget.KEPT))
                .hasMessageContaining("fairlead.router.orders-at-a-time")
                .hasMessageContaining("4");
    }
}
