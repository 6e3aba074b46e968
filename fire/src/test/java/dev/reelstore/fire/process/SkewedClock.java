package dev.reelstore.fire.process;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * An agent that makes a JVM's wall clock wrong: wherever code, the JDK's own or another's, reads the time of the machine,
 * some is added to it. Elapsed time stays what it is.
 */
public final class SkewedClock implements ClassFileTransformer {

    private static final String MILLIS = "currentTimeMillis";

    /** What {@link java.time.Instant#now} asks. */
    private static final String NANOS = "getNanoTimeAdjustment";

    private final long millis;

    private SkewedClock(long millis) {
        this.millis = millis;
    }

    /** The same JVM with a clock that is wrong by so much. */
    static Jvm in(Jvm jvm, Duration by) throws IOException {
        Path jar = Files.createTempFile("skewed-clock", ".jar");
        jar.toFile().deleteOnExit();
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", SkewedClock.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream empty = new JarOutputStream(file, manifest)) {
            empty.finish();
        }
        return jvm.option("-javaagent:" + jar + "=" + by.toMillis());
    }

    public static void premain(String millis, Instrumentation instrumentation) throws UnmodifiableClassException {
        instrumentation.addTransformer(new SkewedClock(Long.parseLong(millis)), true);
        instrumentation.retransformClasses(Clock.class, Clock.systemUTC().getClass(), Date.class);
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable Module module,
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] original) {
        String constants = new String(original, StandardCharsets.ISO_8859_1);
        boolean asks = constants.contains(MILLIS) || constants.contains(NANOS);
        return asks ? changed(original) : null;
    }

    private byte[] changed(byte[] original) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new Methods(writer), 0);
        return writer.toByteArray();
    }

    private final class Methods extends ClassVisitor {

        Methods(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String type, boolean ofInterface) {
                    super.visitMethodInsn(opcode, owner, called, type, ofInterface);
                    if (owner.equals("java/lang/System") && called.equals(MILLIS)) {
                        add(millis);
                    } else if (called.equals(NANOS)) {
                        add(TimeUnit.MILLISECONDS.toNanos(millis));
                    }
                }

                private void add(long what) {
                    super.visitLdcInsn(what);
                    super.visitInsn(Opcodes.LADD);
                }
            };
        }
    }
}
