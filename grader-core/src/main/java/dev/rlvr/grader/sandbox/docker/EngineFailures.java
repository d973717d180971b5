package dev.rlvr.grader.sandbox.docker;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.rlvr.grader.sandbox.SandboxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Turns what goes wrong between us and an engine into one sentence that says what to do. */
final class EngineFailures {

    private static final Pattern IMAGE =
            Pattern.compile("[Nn]o such image: ([^\\s\"}]+?):?(?=[\\s\"}]|$)|image \"?([^\\s\"}]+)\"? not known");
    private static final Pattern OURS = Pattern.compile("^rlvr-grader/([a-z0-9-]+)");
    private static final Pattern JSON_MESSAGE =
            Pattern.compile("\\{.*?\"message\":\"((?:[^\"\\\\]++|\\\\.)*+)\".*", Pattern.DOTALL);
    private static final int LONGEST = 400;

    private EngineFailures() {}

    static <T> T explained(EngineAddress address, Callable<T> request) {
        try {
            return request.call();
        } catch (SandboxException e) {
            throw e;
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw explain(address, e);
        }
    }

    static SandboxException explain(EngineAddress address, Exception failure) {
        var all = allMessages(failure);
        var lower = all.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left on device")) {
            return because(
                    "the disk of the engine at " + address
                            + " is full: free space, for example with `docker system prune`",
                    failure);
        }
        var image = IMAGE.matcher(all);
        if (failure instanceof NotFoundException && image.find()) {
            var name = image.group(1) == null ? image.group(2) : image.group(1);
            return because(
                    "the image " + name + " is missing: run `grader images build" + language(name) + "`", failure);
        }
        if (failure instanceof DockerException) {
            return because("the engine at " + address + " refused: " + said(failure), failure);
        }
        if (lower.contains("permission denied")) {
            return because(
                    "this user may not use the engine at " + address
                            + ": add the user to the group `docker` (`sudo usermod -aG docker $USER`, then log in again),"
                            + " or run a rootless engine",
                    failure);
        }
        if (hasCause(failure, SSLException.class)) {
            return because(
                    "the engine at " + address + " and the certificates in "
                            + address.certificates().map(Path::toString).orElse("DOCKER_CERT_PATH")
                            + " do not fit each other (" + said(deepest(failure))
                            + "): put ca.pem, cert.pem and key.pem of the engine's authority there",
                    failure);
        }
        if (hasCause(failure, IOException.class)) {
            return retryable(
                    "no engine answers at " + address + " (" + said(deepest(failure))
                            + "): start it, for example with `systemctl start docker`, or set DOCKER_HOST",
                    failure);
        }
        return retryable("the engine at " + address + " could not be asked: " + said(failure), failure);
    }

    /** Of an image of ours, as a word of a command; of others nothing. */
    private static String language(String image) {
        var name = OURS.matcher(image);
        return name.find() ? " " + name.group(1) : "";
    }

    private static SandboxException because(String sentence, Exception failure) {
        return new SandboxException(sentence, false, failure);
    }

    /** A daemon that is being restarted answers again in a while. */
    private static SandboxException retryable(String sentence, Exception failure) {
        return new SandboxException(sentence, true, failure);
    }

    private static String said(Throwable failure) {
        var text = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        var plain = text.replaceFirst("^Status \\d+: ", "");
        var message = JSON_MESSAGE.matcher(plain);
        var words = (message.matches() ? message.group(1) : plain).strip().replaceAll("\\s+", " ");
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "...";
    }

    private static String allMessages(Throwable failure) {
        var all = new StringBuilder();
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            all.append(t.getMessage()).append('\n');
        }
        return all.toString();
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> kind) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (kind.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    private static Throwable deepest(Throwable failure) {
        var t = failure;
        for (@Nullable Throwable next = t.getCause(); next != null; next = t.getCause()) {
            t = next;
        }
        return t;
    }
}
