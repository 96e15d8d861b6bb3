package dev.fairlead.orchestrator.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.fairlead.events.TargetKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GrantTest {

    private static final TargetKey SHOP = new TargetKey("eu-1", "shop-prod", "cart");

    @Test
    void a_role_covers_what_its_patterns_fit_and_nothing_else() {
        Grant grant = Grant.parse("operator@eu-*/shop-*");
        assertThat(grant.covers(Role.OPERATOR, SHOP)).isTrue();
        assertThat(grant.covers(Role.VIEWER, SHOP)).isTrue();
        assertThat(grant.covers(Role.ADMIN, SHOP)).isFalse();
        assertThat(grant.covers(Role.OPERATOR, new TargetKey("us-1", "shop-prod", "cart")))
                .isFalse();
        assertThat(grant.covers(Role.OPERATOR, new TargetKey("eu-1", "my-shop-x", "cart")))
                .isFalse();
    }

    @Test
    void a_dot_in_a_pattern_is_a_dot() {
        assertThat(Grant.parse("viewer@a.b/*").covers(Role.VIEWER, new TargetKey("axb", "n", "c")))
                .isFalse();
    }

    @Test
    void what_is_no_role_is_refused_with_those_there_are() {
        assertThatIllegalArgumentException().isThrownBy(() -> Grant.parse("owner"))
                .withMessageContaining("[viewer, operator, admin]")
                .withMessageContaining("\"owner\"");
        assertThatIllegalArgumentException().isThrownBy(() -> Grant.parse("admin@eu-1"))
                .withMessageContaining("cluster/namespace");
    }

    @Test
    void a_token_without_roles_may_all_and_one_with_a_wrong_role_nothing(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("tokens");
        Files.writeString(file, """
                # who may
                alice 0123456789abcdef-alice
                bob   0123456789abcdef-bob viewer operator@eu-1/shop-*
                carol 0123456789abcdef-carol owner
                """);
        var tokens = new TokenFile(file.toString());
        assertThat(tokens.person("0123456789abcdef-alice").orElseThrow().grants())
                .isEqualTo(List.of(Grant.ALL));
        Person bob = tokens.person("0123456789abcdef-bob").orElseThrow();
        assertThat(bob.may(Role.OPERATOR, SHOP)).isTrue();
        assertThat(bob.may(Role.OPERATOR, new TargetKey("eu-1", "pay", "app"))).isFalse();
        assertThat(bob.may(Role.VIEWER, new TargetKey("eu-1", "pay", "app"))).isTrue();
        assertThat(tokens.person("0123456789abcdef-carol")).isEmpty();
        assertThat(tokens.person("0123456789abcdef-dave")).isEmpty();
    }
}
