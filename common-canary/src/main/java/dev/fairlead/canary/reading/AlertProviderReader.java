package dev.fairlead.canary.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.fairlead.canary.model.AlertProvider;
import dev.fairlead.canary.model.ChatService;

/** Reads AlertProvider resources. */
public final class AlertProviderReader {

    private AlertProviderReader() {}

    /** @param tree the whole resource */
    public static Reading<AlertProvider> read(Map<String, ?> tree) {
        List<Problem> problems = new ArrayList<>();
        Field root = Field.root(tree, problems);
        Field spec = root.at("spec");
        Field secret = spec.at("secretRef");
        AlertProvider provider = new AlertProvider(IdentityReader.read(root.at("metadata")),
                service(spec.at("type")),
                spec.at("channel").text(Defaults.ALERT_CHANNEL),
                spec.at("username").text(Defaults.ALERT_USERNAME),
                Addresses.read(spec.at("address")), spec.at("proxy").text(),
                secret.given() ? secret.at("name").requiredText("the name of a Secret") : "");
        if (provider.address().isEmpty() && !secret.given()) {
            spec.at("address").missing("an http or https URL, or a secretRef to a Secret with one");
        }
        return Reading.of(problems, () -> provider);
    }

    private static ChatService service(Field type) {
        if (!type.given()) {
            type.missing("one of " + ChatService.names());
            return ChatService.SLACK;
        }
        return type.choice(ChatService::named, ChatService.names(), ChatService.SLACK);
    }
}
