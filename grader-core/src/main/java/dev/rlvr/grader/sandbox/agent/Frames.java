package dev.rlvr.grader.sandbox.agent;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.Usage;
import dev.rlvr.grader.sandbox.BuildRun;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Output;
import dev.rlvr.grader.sandbox.ProgramRun;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.RunOutcome.Ending;
import dev.rlvr.grader.sandbox.RunOutcome.Resource;
import dev.rlvr.grader.sandbox.RunOutcome.Traces;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The agent's frames (docs/agent-protocol.md) as Java values. Pure; the sizes an agent claims are checked. */
final class Frames {

    static final int PROTOCOL = 3;
    private static final int CASE = 1;
    private static final int RESET = 2;
    private static final int CANCEL = 4;
    private static final int BUILD = 5;
    private static final int ARTEFACT = 6;
    private static final int HELLO = 16;
    private static final int RESULT = 17;
    private static final int CLEAN = 18;
    private static final int ERROR = 19;
    private static final int CANCELLED = 20;
    private static final int BUILT = 21;
    private static final int UNFENCED = 1;
    private static final int TELLS = 2;
    private static final int REPORTS = 4;
    private static final int TALKS = 8;
    private static final int LARGEST = 1 << 30;
    private static final int HEADER = 5;

    private static final List<Isolation> LEVELS = List.of(Isolation.UID, Isolation.NAMESPACES);
    private static final List<Resource> RESOURCES =
            List.of(Resource.CPU, Resource.WALL, Resource.MEMORY, Resource.OUTPUT);

    private Frames() {}

    static byte[] reset() {
        return frame(RESET, new Payload());
    }

    static byte[] cancel() {
        return frame(CANCEL, new Payload());
    }

    static byte[] encode(CaseRun run) {
        var payload = new Payload();
        payload.number(run.judge().isPresent() ? 2 : 1, 4);
        program(payload, run.candidate());
        run.judge().ifPresent(judge -> program(payload, judge));
        return frame(CASE, payload);
    }

    static byte[] encode(BuildRun build) {
        var payload = new Payload();
        payload.number(build.keepSources() ? 1 : 0, 1);
        payload.number(build.largest().bytes(), 8);
        program(payload, build.program());
        return frame(BUILD, payload);
    }

    /** @param packed as an agent sent it; nobody but agents looks into it */
    static byte[] artefact(byte[] packed) {
        var header = header(packed.length, ARTEFACT);
        return ByteBuffer.allocate(header.length + packed.length)
                .put(header)
                .put(packed)
                .array();
    }

    private static void program(Payload out, ProgramRun run) {
        out.number(runnerCode(run.runner()), 1);
        limits(out, run.limits());
        out.number(run.argv().size(), 4);
        run.argv().forEach(argument -> out.bytes(argument.getBytes(StandardCharsets.UTF_8)));
        out.number(run.files().size(), 4);
        for (var file : run.files()) {
            out.bytes(file.name().getBytes(StandardCharsets.US_ASCII));
            out.bytes(file.content());
        }
        out.bytes(run.stdin());
        var around = run.surroundings();
        out.number((around.fenced() ? 0 : UNFENCED) | channels(run.runner()), 1);
        out.number(around.env().size(), 4);
        around.env().forEach(variable -> out.bytes(variable.getBytes(StandardCharsets.UTF_8)));
    }

    private static int channels(ProgramRun.Runner runner) {
        return switch (runner) {
            case TELL -> TELLS;
            case CALL -> REPORTS;
            case TALK -> TELLS | TALKS;
            case EXEC, SCRIPT, FUNCTION, CANDIDATE, JUDGE -> 0;
        };
    }

    private static int runnerCode(ProgramRun.Runner runner) {
        return switch (runner) {
            case EXEC, TELL, CALL, TALK -> 0;
            case SCRIPT -> 1;
            case FUNCTION -> 2;
            case CANDIDATE -> 3;
            case JUDGE -> 4;
        };
    }

    private static void limits(Payload out, Limits limits) {
        out.number(micros(limits.cpu()), 8);
        out.number(micros(limits.wall()), 8);
        out.number(limits.memory().bytes(), 8);
        out.number(limits.output().bytes(), 8);
        out.number(limits.disk().bytes(), 8);
        out.number(limits.fileSize().bytes(), 8);
        out.number(limits.stack().bytes(), 8);
        out.number(limits.processes(), 4);
        out.number(limits.openFiles(), 4);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }

    private static byte[] frame(int type, Payload payload) {
        return payload.behind(header(payload.size(), type));
    }

    private static byte[] header(int size, int type) {
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(size)
                .put((byte) type)
                .array();
    }

    /** @throws EOFException when the agent is gone */
    static Message read(DataInputStream in) throws IOException {
        var header = ByteBuffer.wrap(in.readNBytes(HEADER)).order(ByteOrder.LITTLE_ENDIAN);
        if (header.remaining() < HEADER) {
            throw new EOFException("the agent is gone");
        }
        var size = header.getInt();
        var type = header.get();
        if (size < 0 || size > LARGEST) {
            throw new IOException("the agent announced a frame of " + Integer.toUnsignedLong(size) + " bytes");
        }
        var payload = in.readNBytes(size);
        if (payload.length < size) {
            throw new EOFException("the agent is gone");
        }
        try {
            return decode(type, ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("the agent sent a malformed frame of type " + type, e);
        }
    }

    private static Message decode(int type, ByteBuffer in) throws IOException {
        return switch (type) {
            case HELLO -> new Message.Hello(in.getInt(), LEVELS.get(in.get() - 1), in.get(), in.get());
            case RESULT -> new Message.Result(result(in));
            case CLEAN -> new Message.Clean();
            case CANCELLED -> new Message.Cancelled();
            case BUILT -> built(in);
            case ERROR -> new Message.Failed(new String(bytes(in), StandardCharsets.UTF_8));
            default -> throw new IOException("the agent sent a frame of the unknown type " + type);
        };
    }

    private static Message.Built built(ByteBuffer in) {
        var programs = in.getInt();
        var outcome = outcome(in);
        var artefact = bytes(in);
        if (programs != 1 || in.hasRemaining()) {
            throw new IllegalArgumentException(
                    "a build of " + programs + " programs with " + in.remaining() + " bytes left");
        }
        return new Message.Built(outcome, artefact);
    }

    private static CaseOutcome result(ByteBuffer in) {
        var programs = in.getInt();
        var candidate = outcome(in);
        var judge = programs == 2 ? Optional.of(outcome(in)) : Optional.<RunOutcome>empty();
        if (programs < 1 || programs > 2 || in.hasRemaining()) {
            throw new IllegalArgumentException(
                    "a result of " + programs + " programs with " + in.remaining() + " bytes left");
        }
        return new CaseOutcome(candidate, judge);
    }

    private static RunOutcome outcome(ByteBuffer in) {
        var kind = in.get();
        var value = in.getInt();
        var usage = new Usage(time(in), time(in), new ByteSize(in.getLong()));
        var traces = new Traces(in.getInt(), in.getInt(), in.getInt());
        var cut = in.get();
        return new RunOutcome(
                ending(kind, value),
                new Output(bytes(in), (cut & 1) != 0),
                new Output(bytes(in), (cut & 2) != 0),
                new Output(bytes(in), (cut & 4) != 0),
                usage,
                traces);
    }

    private static Duration time(ByteBuffer in) {
        var micros = in.getLong();
        if (micros < 0) {
            throw new IllegalArgumentException("a negative time");
        }
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    private static Ending ending(int kind, int value) {
        return switch (kind) {
            case 0 -> new Ending.Exited(value);
            case 1 -> new Ending.Signalled(value);
            case 2 -> new Ending.LimitExceeded(RESOURCES.get(value));
            case 3 -> new Ending.Stopped();
            default -> throw new IndexOutOfBoundsException(kind);
        };
    }

    private static byte[] bytes(ByteBuffer in) {
        var size = in.getInt();
        if (size < 0 || size > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[size];
        in.get(bytes);
        return bytes;
    }

    /** Little-endian numbers and length-prefixed byte strings. */
    private static final class Payload {
        private final List<byte[]> parts = new java.util.ArrayList<>();
        private final ByteArrayOutputStream small = new ByteArrayOutputStream(256);
        private int size;

        void number(long value, int bytes) {
            for (var i = 0; i < bytes; i++) {
                small.write((int) (value >>> (8 * i)));
            }
            size += bytes;
        }

        void bytes(byte[] data) {
            number(data.length, 4);
            size += data.length;
            if (data.length < 4096) {
                small.writeBytes(data);
            } else { // large inputs are copied once, into the frame
                parts.add(small.toByteArray());
                small.reset();
                parts.add(data);
            }
        }

        int size() {
            return size;
        }

        byte[] behind(byte[] header) {
            parts.add(small.toByteArray());
            var frame = ByteBuffer.allocate(header.length + size).put(header);
            parts.forEach(frame::put);
            return frame.array();
        }
    }
}
