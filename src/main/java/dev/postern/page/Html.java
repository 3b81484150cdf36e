package dev.postern.page;

/** Escaping of text for HTML and XML, both between tags and inside quoted attributes. */
public final class Html {
    private Html() {}

    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(printable(c) ? c : '\uFFFD');
            }
        }
        return safe.toString();
    }

    private static boolean printable(char c) {
        return c >= ' ' || c == '\n' || c == '\t' || c == '\r';
    }
}
