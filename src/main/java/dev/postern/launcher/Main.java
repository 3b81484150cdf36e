package dev.postern.launcher;

/** The main class of the runnable jar. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.out.println(arguments.length);
    }
}
