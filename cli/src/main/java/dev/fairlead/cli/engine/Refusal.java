package dev.fairlead.cli.engine;

import tools.jackson.databind.JsonNode;

/** The engine answered, but not with what was asked for. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient JsonNode problem;
    private final String tried;

    Refusal(int status, JsonNode problem, String tried) {
        super(tried + ": " + status);
        this.status = status;
        this.problem = problem;
        this.tried = tried;
    }

    public int status() {
        return status;
    }

    /** The reason's name, such as {@code NothingToPause}; may be empty. */
    public String code() {
        return problem.path("code").asString("");
    }

    /** The sentence for people; may be empty. */
    public String detail() {
        return problem.path("detail").asString(problem.path("title").asString(""));
    }

    /** The request. */
    public String tried() {
        return tried;
    }

    /** As it is told when nothing better is known. */
    public Trouble asTrouble() {
        return new Trouble(Trouble.REFUSED, title(), tried,
                status + (detail().isEmpty() ? "" : ": " + detail()), next());
    }

    private String title() {
        return switch (status) { // statuses are numbers by contract
            case 400 -> "the request was not understood";
            case 401 -> "the engine wants a token";
            case 403 -> "the engine does not allow it";
            case 404 -> "there is no such thing";
            case 409 -> "refused" + (code().isEmpty() ? "" : ": " + code());
            case 503 -> "the engine cannot answer now";
            default -> "the engine answered with an error";
        };
    }

    private String next() {
        return switch (status) {
            case 401 -> "name the file with your token: --token-file FILE, or set "
                    + Whereabouts.TOKEN;
            case 403 -> "set fairlead.api.token-file on the engine; see docs/api.md, Who may";
            case 404 -> "fairlead list";
            case 503 -> "run it again in a moment; 'fairlead doctor' looks at all parts";
            default -> "fairlead doctor";
        };
    }
}
