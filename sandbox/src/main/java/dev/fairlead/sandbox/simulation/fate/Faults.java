package dev.fairlead.sandbox.simulation.fate;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** How often what goes wrong in one world, and how often it did. */
public final class Faults {

    /** Calls of which one fails, where a fault is frequent and where it is rare. */
    private static final int OFTEN = 60;
    private static final int SELDOM = 1500;

    private final Map<Fault, Integer> rates = new EnumMap<>(Fault.class);
    private final Map<Fault, Chance> chances = new EnumMap<>(Fault.class);
    private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);
    private final LongSupplier random;
    private boolean over;

    private Faults(LongSupplier random) {
        this.random = random;
    }

    /**
     * The faults of a seed: about half of those that are allowed, each as often as chance wants. One
     * world in eight has none.
     */
    public static Faults of(long seed, Set<Fault> allowed) {
        Chance plan = Chance.of(seed, "faults");
        boolean none = plan.oneIn(8);
        Faults faults = new Faults(plan::nextLong);
        for (Fault fault : Fault.values()) {
            boolean wanted = plan.oneIn(2) && !none;
            int rate = (int) plan.between(OFTEN, SELDOM);
            if (wanted && allowed.contains(fault)) {
                faults.rates.put(fault, rate);
                faults.chances.put(fault, Chance.of(seed, fault.name()));
            }
        }
        return faults;
    }

    /** Whether this world knows the fault at all. */
    public boolean knows(Fault fault) {
        return rates.containsKey(fault);
    }

    /** Whether it strikes here and now; counted when it does. */
    public boolean strikes(Fault fault) {
        return strikes(fault, 1);
    }

    /** As {@link #strikes(Fault)}, so many times less often. */
    public boolean strikes(Fault fault, int rarer) {
        Integer rate = rates.get(fault);
        if (over || rate == null || !chance(fault).oneIn(rate * rarer)) {
            return false;
        }
        counts.merge(fault, 1L, Long::sum);
        return true;
    }

    /** What chance says about the details of a fault. */
    public Chance chance(Fault fault) {
        return chances.computeIfAbsent(fault, it -> Chance.of(random.getAsLong(), it.name()));
    }

    /** From here on nothing goes wrong. */
    public void end() {
        over = true;
    }

    public boolean areOver() {
        return over;
    }

    /** How often each has struck. */
    public Map<Fault, Long> counts() {
        return new EnumMap<>(counts);
    }

    /** The faults that this world knows. */
    public Set<Fault> known() {
        return rates.isEmpty() ? EnumSet.noneOf(Fault.class) : EnumSet.copyOf(rates.keySet());
    }
}
