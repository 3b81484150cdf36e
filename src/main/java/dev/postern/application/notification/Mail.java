package dev.postern.application.notification;

/** A mail in plain text. @param language tag for the Content-Language header */
record Mail(String id, String to, String language, String subject, String text) {}
