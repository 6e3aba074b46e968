package dev.reelstore.adapter.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority, a server's certificate by it, and an authority that nobody has heard of; by the JDK's own tool. */
record Certificates(Path authority, Path stranger, Path server, Path key) {

    private static final String PASSWORD = "changeit";

    /** @param name the subject alternative name of the server, as the tool writes it: {@code dns:…} or {@code ip:…} */
    static Certificates make(Path folder, String name) throws Exception {
        Path ours = folder.resolve("ours.p12");
        Path theirs = folder.resolve("theirs.p12");
        Path servers = folder.resolve("server.p12");
        Path request = folder.resolve("server.csr");
        Path certificate = folder.resolve("server.crt");
        pair(ours, "-ext", "bc:c");
        pair(theirs, "-ext", "bc:c");
        pair(servers);
        tool(servers, "-certreq", "-file", request.toString());
        tool(
                ours,
                "-gencert",
                "-rfc",
                "-infile",
                request.toString(),
                "-outfile",
                certificate.toString(),
                "-ext",
                "san=" + name);
        Path key = folder.resolve("server.key");
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                key,
                pem(
                        "PRIVATE KEY",
                        load(servers).getKey("it", PASSWORD.toCharArray()).getEncoded()));
        return new Certificates(
                certificate(ours, folder.resolve("ours.crt")),
                certificate(theirs, folder.resolve("theirs.crt")),
                certificate,
                key);
    }

    private static void pair(Path store, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + store));
        arguments.addAll(List.of(more));
        tool(store, arguments.toArray(new String[0]));
    }

    private static void tool(Path store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "it", "-keystore", store.toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command + ": " + said);
        }
    }

    private static Path certificate(Path store, Path file) throws IOException, GeneralSecurityException {
        return Files.writeString(
                file, pem("CERTIFICATE", load(store).getCertificate("it").getEncoded()));
    }

    private static KeyStore load(Path store) throws IOException, GeneralSecurityException {
        KeyStore loaded = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(store)) {
            loaded.load(bytes, PASSWORD.toCharArray());
        }
        return loaded;
    }

    private static String pem(String what, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}
