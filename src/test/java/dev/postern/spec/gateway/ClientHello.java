package dev.postern.spec.gateway;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The first message of a TLS handshake (RFC 5246 section 7.4.1.2), written by hand: Java itself would refuse to offer what a server has to
 * refuse.
 *
 * @param version as on the wire: 0x0301 is TLS 1.0, 0x0303 TLS 1.2
 * @param suite the only cipher suite that is offered
 */
record ClientHello(String serverName, int version, int suite) {

    static final int TLS_1_0 = 0x0301;
    static final int TLS_1_1 = 0x0302;
    static final int TLS_1_2 = 0x0303;

    static final int ECDHE_ECDSA_AES_128_GCM_SHA256 = 0xC02B;
    static final int ECDHE_ECDSA_CHACHA20_POLY1305_SHA256 = 0xCCA9;
    static final int ECDHE_ECDSA_AES_128_CBC_SHA = 0xC009;
    static final int ECDHE_ECDSA_AES_128_CBC_SHA256 = 0xC023;
    static final int RSA_AES_128_GCM_SHA256 = 0x009C;
    static final int ECDHE_ECDSA_3DES = 0xC008;

    private static final int ALERT = 21;

    /** What the server says to it: {@code hello}, or {@code alert} and its number. */
    String answer(int port) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(record());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int type = in.readUnsignedByte();
            in.skipNBytes(4);
            int first = in.readUnsignedByte();
            return type == ALERT ? "alert " + in.readUnsignedByte() : first == 2 ? "hello" : "message " + first;
        }
    }

    private byte[] record() throws IOException {
        byte[] hello = hello();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(22);
        out.writeShort(TLS_1_0);
        out.writeShort(hello.length + 4);
        out.writeByte(1);
        out.writeByte(0);
        out.writeShort(hello.length);
        out.write(hello);
        return bytes.toByteArray();
    }

    private byte[] hello() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(version);
        out.write(new byte[32]);
        out.writeByte(0);
        out.writeShort(2);
        out.writeShort(suite);
        out.writeShort(0x0100); // one compression method: none
        byte[] extensions = extensions();
        out.writeShort(extensions.length);
        out.write(extensions);
        return bytes.toByteArray();
    }

    private byte[] extensions() throws IOException {
        byte[] name = serverName.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(0); // server_name
        out.writeShort(name.length + 5);
        out.writeShort(name.length + 3);
        out.writeByte(0);
        out.writeShort(name.length);
        out.write(name);
        out.write(new byte[] {0, 10, 0, 4, 0, 2, 0, 23}); // supported_groups: secp256r1
        out.write(new byte[] {0, 11, 0, 2, 1, 0}); // ec_point_formats: uncompressed
        out.write(new byte[] {0, 13, 0, 6, 0, 4, 4, 3, 4, 1}); // signature_algorithms: ECDSA and RSA with SHA-256
        return bytes.toByteArray();
    }
}
