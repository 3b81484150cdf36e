package dev.postern.picture;

/** A point of the drawing. */
record Point(double x, double y) {}
