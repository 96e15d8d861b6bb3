package dev.fairlead.sandbox.bench.sheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The figures of one run of a bench, in the order in which they were measured. */
public final class Sheet {

    private final String bench;
    private final Instant begun = Instant.now();
    private final Machine machine = Machine.now();
    private final List<Figure> figures = new ArrayList<>();

    /**
     * @param bench its name on the command line
     */
    public Sheet(String bench) {
        this.bench = bench;
    }

    public void add(Figure figure) {
        figures.add(figure);
    }

    public void addAll(List<Figure> more) {
        figures.addAll(more);
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** Whether every limit is met. */
    public boolean isGood() {
        return figures.stream().allMatch(Figure::isGood);
    }

    String bench() {
        return bench;
    }

    Instant begun() {
        return begun;
    }

    MachineShare machine() {
        return machine.since();
    }
}
