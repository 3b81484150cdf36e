package dev.postern.platform;

import java.util.List;

/** Settings that concern every box. */
public final class PlatformSettings {

    public static final Setting<String> ISSUER = Setting.text(
            "postern.issuer",
            "http://localhost:8080",
            "The issuer identifier, and so the base of every URL in every document. https, or http on a loopback address only.");

    public static final Setting<String> BACK_CHANNEL_URL = Setting.text(
            "postern.back-channel-url",
            "",
            "Base URL by which the app, the gateway and the API reach the server from inside; empty: the issuer.");

    public static final Setting<String> DATA_DIR = Setting.text(
            "postern.data-dir",
            "data",
            "Folder for what is kept on disk: embedded database, embedded queue, master key file.");

    public static final Setting<String> MASTER_KEY_FILE = Setting.text(
            "postern.master-key-file",
            "",
            "File that holds the master keys, one 'version:base64' a line, the highest version being current;"
                    + " empty: master.key in the data folder, made at the first start.");

    public static final Setting<Boolean> NATIVE_CRYPTO = Setting.flag(
            "postern.native-crypto",
            true,
            "Computes signatures by native code (Amazon Corretto Crypto Provider) on Linux, x86_64 and aarch64; elsewhere, or if it does not"
                    + " load, and with false, the JDK does.");

    public static final Setting<Boolean> DEMO = Setting.flag(
            "postern.demo", false, "Creates the demo clients, the demo user and an administrator at the first start.");

    public static final Setting<List<String>> TRUSTED_PROXIES = Setting.list(
            "postern.trusted-proxies",
            "",
            "Addresses or CIDR blocks of proxies whose X-Forwarded-For and original-URI headers are believed.");

    public static final Setting<String> APP_ENABLED = new Setting<>(
            "postern.app.enabled",
            "",
            "true or false",
            "Serves the web app at /app and registers its client; empty: as postern.demo says.",
            PlatformSettings::readOptionalFlag);

    public static final Setting<String> APP_URL = Setting.text(
            "postern.app.url",
            "",
            "Where browsers find the web app, without a trailing slash, its origin may differ from the issuer's; empty: the issuer and /app.");

    public static final Setting<List<String>> API_AUDIENCES = Setting.list(
            "postern.api.audiences",
            "",
            "Resource indicators whose tokens the Resource Server API takes, its own first; empty: the issuer and /api.");

    public static final Setting<String> API_TOKEN_FORMAT = new Setting<>(
            "postern.api.token-format",
            "opaque",
            "opaque or jwt",
            "Format of the access tokens for the Resource Server API: opaque ones are refused within 5 s of their revocation,"
                    + " JWTs at their expiry.",
            PlatformSettings::readTokenFormat);

    private static String readOptionalFlag(String text) {
        if (!List.of("", "true", "false").contains(text)) {
            throw new IllegalArgumentException("write true or false");
        }
        return text;
    }

    private static String readTokenFormat(String text) {
        if (!List.of("opaque", "jwt").contains(text)) {
            throw new IllegalArgumentException("write opaque or jwt");
        }
        return text;
    }

    public static final Setting<Boolean> AUDIT_ACCESS = Setting.flag(
            "postern.audit.access",
            false,
            "Writes every successful introspection, userinfo and API call to the audit trail, not only to the metrics.");

    private PlatformSettings() {}
}
