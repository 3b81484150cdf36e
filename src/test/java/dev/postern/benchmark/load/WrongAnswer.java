package dev.postern.benchmark.load;

/** An answer that is not what the scenario demands: the operation counts as an error, never as an operation. */
public class WrongAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongAnswer(String message) {
        super(message);
    }
}
