package dev.arabica.core.bytecode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A class under construction. It is loaded beside the class whose lookup is given, as if it stood
 * in that package, and is unloaded with its last object. It holds the constants that its code
 * names, so there should be one object of it at most where these can change.
 */
public final class HiddenClass {
  /** Constants in fields of their own: so many fit the method that sets them. */
  private static final int MOST_FIELDS = 4000;

  private static final String ALL = "CONSTANTS";

  private final MethodHandles.Lookup lookup;
  private final String internalName;
  private final ClassWriter writer = new Writer();
  private final List<Object> values = new ArrayList<>();
  private final Map<Object, Constant> constants = new IdentityHashMap<>();
  private int largestMethod;

  /** A final class of a package, with a simple name that need not be unique. */
  public HiddenClass(MethodHandles.Lookup lookup, String name, Class<?> superclass) {
    this.lookup = lookup;
    this.internalName = lookup.lookupClass().getPackageName().replace('.', '/') + '/' + name;
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        internalName,
        null,
        Type.getInternalName(superclass),
        null);
  }

  String internalName() {
    return internalName;
  }

  /** An object for the code to name; the just-in-time compiler takes it for a constant. */
  public Constant constant(Class<?> type, Object value) {
    return constants.computeIfAbsent(value, v -> newConstant(type, v));
  }

  private Constant newConstant(Class<?> type, Object value) {
    Constant constant = new Constant(type, values.size());
    values.add(value);
    if (constant.index() < MOST_FIELDS) {
      newField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, name(constant), type);
    }
    return constant;
  }

  private static String name(Constant constant) {
    return "C" + constant.index();
  }

  void load(Constant constant, MethodVisitor out) {
    if (constant.index() < MOST_FIELDS) {
      getStatic(out, name(constant), constant.type());
    } else {
      getStatic(out, ALL, Object[].class);
      element(out, constant);
    }
  }

  private void getStatic(MethodVisitor out, String name, Class<?> type) {
    out.visitFieldInsn(Opcodes.GETSTATIC, internalName, name, Type.getDescriptor(type));
  }

  private static void element(MethodVisitor out, Constant constant) {
    Code.pushInt(out, constant.index());
    out.visitInsn(Opcodes.AALOAD);
    out.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(constant.type()));
  }

  /** A field of each object. */
  public void field(String name, Class<?> type) {
    newField(Opcodes.ACC_PRIVATE, name, type);
  }

  private void newField(int access, String name, Class<?> type) {
    writer.visitField(access, name, Type.getDescriptor(type), null, null).visitEnd();
  }

  /** A method of each object; constructors are called {@code <init>}. */
  public Code method(int access, String name, Class<?> result, Class<?>... parameters) {
    MethodType type = MethodType.methodType(result, parameters);
    int locals = 1;
    for (Class<?> parameter : parameters) {
      locals += Type.getType(parameter).getSize();
    }
    return new Code(this, visit(access, name, type), locals);
  }

  private MethodVisitor visit(int access, String name, MethodType type) {
    return writer.visitMethod(access, name, type.toMethodDescriptorString(), null, null);
  }

  void ended(int bytesOfMethod) {
    largestMethod = Math.max(largestMethod, bytesOfMethod);
  }

  /** The bytes of code of the largest method so far. */
  public int largestMethod() {
    return largestMethod;
  }

  /** Loads the finished class. */
  public Class<?> define() {
    writeConstants();
    writer.visitEnd();
    try {
      return lookup
          .defineHiddenClassWithClassData(writer.toByteArray(), values.toArray(), true)
          .lookupClass();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("the lookup does not allow a class beside its own", e);
    }
  }

  private void writeConstants() {
    if (values.isEmpty()) {
      return;
    }
    newField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, ALL, Object[].class);
    MethodVisitor out = visit(Opcodes.ACC_STATIC, "<clinit>", MethodType.methodType(void.class));
    out.visitCode();
    pushValues(out);
    out.visitFieldInsn(Opcodes.PUTSTATIC, internalName, ALL, Type.getDescriptor(Object[].class));
    for (Constant constant : constants.values()) {
      if (constant.index() < MOST_FIELDS) {
        getStatic(out, ALL, Object[].class);
        element(out, constant);
        String descriptor = Type.getDescriptor(constant.type());
        out.visitFieldInsn(Opcodes.PUTSTATIC, internalName, name(constant), descriptor);
      }
    }
    out.visitInsn(Opcodes.RETURN);
    out.visitMaxs(0, 0);
    out.visitEnd();
  }

  private static void pushValues(MethodVisitor out) {
    Class<?> lookup = MethodHandles.Lookup.class;
    String handles = Type.getInternalName(MethodHandles.class);
    out.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        handles,
        "lookup",
        MethodType.methodType(lookup).toMethodDescriptorString(),
        false);
    // The name under which class data is always found.
    out.visitLdcInsn("_");
    out.visitLdcInsn(Type.getType(Object[].class));
    out.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        handles,
        "classData",
        MethodType.methodType(Object.class, lookup, String.class, Class.class)
            .toMethodDescriptorString(),
        false);
    out.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(Object[].class));
  }

  /** Finds the frames of methods without loading a class: all objects have Object in common. */
  private static final class Writer extends ClassWriter {
    Writer() {
      super(COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String a, String b) {
      return Type.getInternalName(Object.class);
    }
  }
}
