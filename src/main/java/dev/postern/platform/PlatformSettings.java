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

    public static final Setting<Boolean> DEMO = Setting.flag(
            "postern.demo", false, "Creates the demo clients, the demo user and an administrator at the first start.");

    public static final Setting<List<String>> TRUSTED_PROXIES = Setting.list(
            "postern.trusted-proxies",
            "",
            "Addresses or CIDR blocks of proxies whose X-Forwarded-For and original-URI headers are believed.");

    private PlatformSettings() {}
}
