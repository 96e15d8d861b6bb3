package dev.fairlead.canary.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The chat services that an AlertProvider may name. */
public enum ChatService {
    SLACK("slack"), MSTEAMS("msteams"), DISCORD("discord"), ROCKET("rocket"), GCHAT("gchat");

    private final String text;

    ChatService(String text) {
        this.text = text;
    }

    /** The name in manifests. */
    public String text() {
        return text;
    }

    /** The service of this name. */
    public static Optional<ChatService> named(String name) {
        return Arrays.stream(values()).filter(service -> service.text.equals(name)).findFirst();
    }

    /** All names, as a list for people. */
    public static String names() {
        return Arrays.stream(values()).map(ChatService::text).collect(Collectors.joining(", "));
    }
}
