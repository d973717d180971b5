package dev.rlvr.grader.sandbox.docker;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority made for a test, and what it signs: servers on this machine, and their clients. */
final class Certificates {

    private static final char[] PASSWORD = "test".toCharArray();

    private final Signed authority;

    private record Signed(KeyPair keys, X509Certificate certificate) {}

    Certificates() throws GeneralSecurityException, IOException, OperatorException {
        var keys = keys();
        this.authority = new Signed(keys, sign("authority", keys, "authority", keys, true));
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static X509Certificate sign(String subject, KeyPair owner, String issuer, KeyPair signer, boolean authority)
            throws GeneralSecurityException, IOException, OperatorException {
        var now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                        new X500Name("CN=" + issuer),
                        new BigInteger(64, new SecureRandom()),
                        Date.from(now.minus(1, ChronoUnit.HOURS)),
                        Date.from(now.plus(1, ChronoUnit.DAYS)),
                        new X500Name("CN=" + subject),
                        owner.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
        var signature = new JcaContentSignerBuilder("SHA256withRSA").build(signer.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signature));
    }

    private Signed issue(String subject) throws GeneralSecurityException, IOException, OperatorException {
        var keys = keys();
        return new Signed(keys, sign(subject, keys, "authority", authority.keys(), false));
    }

    /** As {@code DOCKER_CERT_PATH} names it: {@code ca.pem}, {@code cert.pem}, {@code key.pem}. */
    Path client(Path folder) throws GeneralSecurityException, IOException, OperatorException {
        var client = issue("client");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("ca.pem"), pem(authority.certificate()));
        Files.writeString(folder.resolve("cert.pem"), pem(client.certificate()));
        Files.writeString(
                folder.resolve("key.pem"),
                pem(new JcaPKCS8Generator(client.keys().getPrivate(), null)));
        return folder;
    }

    private static String pem(Object what) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(what);
        }
        return text.toString();
    }

    /** Of a server on this machine that lets in nobody but clients of this authority. */
    SSLContext server() throws GeneralSecurityException, IOException, OperatorException {
        var server = issue("server");
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, PASSWORD);
        own.setKeyEntry("server", server.keys().getPrivate(), PASSWORD, new Certificate[] {
            server.certificate(), authority.certificate()
        });
        own.setCertificateEntry("authority", authority.certificate());
        var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(own, PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(own);
        var context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
