package dev.fairlead.canary.template;

/** How many arguments a function takes. */
record Arity(int atLeast, boolean orMore) {

    static Arity exactly(int count) {
        return new Arity(count, false);
    }

    static Arity orMore(int count) {
        return new Arity(count, true);
    }

    boolean allows(int count) {
        return orMore ? count >= atLeast : count == atLeast;
    }

    @Override
    public String toString() {
        return orMore ? "at least " + atLeast : String.valueOf(atLeast);
    }
}
