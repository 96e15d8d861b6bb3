package dev.fairlead.sandbox.simulation.planted;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;

/** Loads the engine anew, with a mistake in it; everything else comes from where it always does. */
final class PlantedLoader extends ClassLoader {

    private static final String OURS = "dev.fairlead.";

    private final Mistake mistake;
    private boolean planted;

    PlantedLoader(Mistake mistake, ClassLoader parent) {
        super("planted", parent);
        this.mistake = mistake;
    }

    /** Whether the method was met. */
    boolean isPlanted() {
        return planted;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent()
                .getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            byte[] changed = name.equals(mistake.className()) ? change(bytes) : bytes;
            return defineClass(name, changed, 0, changed.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private byte[] change(byte[] bytes) {
        ClassFile files = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(
                        java.lang.classfile.ClassHierarchyResolver.ofResourceParsing(getParent())));
        ClassModel model = files.parse(bytes);
        return files.transformClass(model, ClassTransform.transformingMethodBodies(method -> {
            boolean meant = method.methodName().equalsString(mistake.method());
            planted |= meant;
            return meant;
        }, mistake.change().transform()));
    }
}
