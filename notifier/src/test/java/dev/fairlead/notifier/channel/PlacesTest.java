package dev.fairlead.notifier.channel;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.fairlead.clusters.secrets.References;
import dev.fairlead.events.Address;
import dev.fairlead.events.definition.AlertRoute;
import dev.fairlead.events.definition.AlertRoute.Severity;

import static org.assertj.core.api.Assertions.assertThat;

class PlacesTest {

    private static final References CLUSTER = new References() {
        @Override
        public Object value(String cluster, String reference) {
            return "http://slack/" + cluster + "/" + reference;
        }

        @Override
        public Map<String, String> secret(String cluster, String place) {
            return place.equals("prod/full")
                    ? Map.of("address", "http://secret/T0/B0\n", "token", "xoxb-1\n")
                    : Map.of("token", "xoxb-2");
        }
    };

    private final Places places = new Places(CLUSTER);

    @Test
    void an_address_is_read_where_its_reference_points() {
        var place = places.of("eu-1", route("AlertProvider/prod/slack#spec.address", ""));
        assertThat(place.address())
                .isEqualTo("http://slack/eu-1/AlertProvider/prod/slack#spec.address");
        assertThat(place.token()).isEmpty();
    }

    @Test
    void the_secret_wins_over_the_address() {
        var place = places.of("eu-1", route("AlertProvider/prod/slack#spec.address", "prod/full"));
        assertThat(place.address()).isEqualTo("http://secret/T0/B0");
        assertThat(place.token()).isEqualTo("xoxb-1");
    }

    @Test
    void a_secret_without_address_adds_its_token() {
        var place = places.of("eu-1", route("AlertProvider/prod/slack#spec.address", "prod/half"));
        assertThat(place.address()).startsWith("http://slack/");
        assertThat(place.token()).isEqualTo("xoxb-2");
    }

    @Test
    void sender_and_room_have_defaults() {
        var place = places.of("eu-1", route("AlertProvider/prod/slack#spec.address", ""));
        assertThat(place.username()).isEqualTo("flagger");
        assertThat(place.room()).isEqualTo("general");
    }

    @Test
    void a_place_takes_its_secrets_out_of_texts_and_out_of_its_own() {
        var place = new Place("room", "u", "https://hooks.slack.com/services/T0/B0/xyz",
                "xoxb-1", "");
        assertThat(place.without("POST https://hooks.slack.com/services/T0/B0/xyz: xoxb-1"))
                .isEqualTo("POST …: …");
        assertThat(place.without("no route to /services/T0/B0/xyz")).isEqualTo("no route to …");
        assertThat(place.toString()).isEqualTo("Place[room]");
    }

    private static AlertRoute route(String reference, String secret) {
        return new AlertRoute("releases", Severity.INFO, "slack", "", "",
                new Address("", reference, "f"), Address.NONE, secret);
    }
}
