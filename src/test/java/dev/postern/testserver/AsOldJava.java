package dev.postern.testserver;

import dev.postern.launcher.Main;

/** Runs our main class as a Java of that version would. */
final class AsOldJava {

    private AsOldJava() {}

    public static void main(String[] arguments) {
        System.setProperty("java.specification.version", arguments[0]);
        Main.main(new String[0]);
    }
}
