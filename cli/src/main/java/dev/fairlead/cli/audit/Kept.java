package dev.fairlead.cli.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.fairlead.cli.engine.Trouble;
import dev.fairlead.events.proof.Checkpoint;
import dev.fairlead.events.proof.NoteKey;

/** Checkpoints that were kept outside of the engine: signed notes, one behind the other. */
public final class Kept {

    /** So many are sent to be checked: the newest, and some from all the time before. */
    private static final int SENT = 40;
    private static final String SIGNATURE = "\u2014 ";

    private Kept() {}

    /** Those of the file that the key has signed, in order; one that it has not is an error. */
    public static List<Checkpoint> read(Path file, NoteKey key) {
        List<Checkpoint> checkpoints = new ArrayList<>();
        StringBuilder note = new StringBuilder();
        int line = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String next = lines.readLine(); next != null; next = lines.readLine()) {
                line++;
                if (note.isEmpty() && next.isEmpty()) {
                    continue;
                }
                note.append(next).append('\n');
                if (next.startsWith(SIGNATURE)) {
                    checkpoints.add(opened(note.toString(), key, file + ":" + line));
                    note.setLength(0);
                }
            }
        } catch (IOException e) {
            throw new Trouble(Trouble.USAGE, "the checkpoints cannot be read", "to read " + file,
                    e.getClass().getSimpleName() + ": " + e.getMessage(),
                    "name the file of fairlead.audit.checkpoint-file");
        }
        if (checkpoints.isEmpty() || !note.isEmpty()) {
            throw new Trouble(Trouble.REFUSED, "no whole checkpoints", "to read " + file,
                    checkpoints.isEmpty() ? "there is none in it" : "the last one was cut",
                    "fairlead audit checkpoints > FILE gives what the engine has itself");
        }
        return checkpoints;
    }

    private static Checkpoint opened(String note, NoteKey key, String place) {
        Optional<String> text = key.opened(note);
        try {
            if (text.isPresent()) {
                return Checkpoint.parse(text.get());
            }
        } catch (IllegalArgumentException e) {
            throw wrong(place, String.valueOf(e.getMessage()));
        }
        throw wrong(place, "it is not signed with " + key.name() + "+" + key.id());
    }

    private static Trouble wrong(String place, String came) {
        return new Trouble(Trouble.REFUSED, "a checkpoint cannot be trusted", "to read " + place,
                came, "find out who changed the file, or use the key of that time");
    }

    /** The newest, the oldest and some between, as the API takes them. */
    public static String sent(List<Checkpoint> checkpoints) {
        int count = checkpoints.size();
        int step = Math.max(1, (count + SENT - 1) / SENT);
        List<Checkpoint> some = new ArrayList<>();
        for (int at = count - 1; at >= 0; at -= step) {
            some.add(checkpoints.get(at));
        }
        return some.stream()
                .map(it -> it.size() + ":" + it.root() + ":" + it.time().getEpochSecond())
                .collect(Collectors.joining(","));
    }
}
