package dev.postern.launcher;

/** A reason not to start, as the one line that tells the administrator what to do. */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartRefused(String line) {
        super(line);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
