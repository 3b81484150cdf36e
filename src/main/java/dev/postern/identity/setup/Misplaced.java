package dev.postern.identity.setup;

/** Something that is wrong at a place of a file. @param text never holds a value that could be a secret */
record Misplaced(int line, int column, String text) {

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + text;
    }
}
