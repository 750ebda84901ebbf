import static java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import static java.lang.classfile.ClassFile.JAVA_25_VERSION;
import static java.lang.classfile.ClassFile.JAVA_6_VERSION;
import static java.lang.classfile.ClassFile.StackMapsOption.GENERATE_STACK_MAPS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Brings classes compiled for Java 5 up to date, in the jars named, so that they may be cached.
///
/// The AOT cache takes no class that lacks stack maps, and picocli is compiled for Java 5: left as
/// it is, all of it is parsed and verified anew at every start, which costs more than the rest of
/// the start together. The instructions stay as they are; each method gains its stack map and each
/// class its number. A class that would not verify afterwards is left as it was, and a jar with no
/// such class is not touched.
///
/// Plumbline's own classes ask what kind of thing they have before them with pattern switches. The
/// compiler leaves each to be spun into a hidden class when it is first reached, and hidden classes
/// are what the cache cannot keep: here each becomes a plain chain of `instanceof` that asks the
/// same in the same order. Likewise the `equals` and `hashCode` of records, which are put together
/// when first called: here they compare and add up their components as written out by hand.
void main(String... jars) throws IOException {
    var urls = new ArrayList<URL>();
    for (var jar : jars) {
        urls.add(Path.of(jar).toUri().toURL());
    }
    try (var loader = new URLClassLoader(urls.toArray(URL[]::new))) {
        for (var jar : jars) {
            freshen(Path.of(jar), loader);
        }
    }
}

void freshen(Path jar, URLClassLoader loader) throws IOException {
    var changed = 0;
    var bytes = new ByteArrayOutputStream();
    try (var old = new JarFile(jar.toFile());
            var fresh = new ZipOutputStream(bytes)) {
        var classes =
                ClassFile.of(
                        GENERATE_STACK_MAPS,
                        ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(loader)
                                        .orElse(ClassHierarchyResolver.defaultResolver())));
        var plain =
                ClassFile.of(
                        ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(loader)
                                        .orElse(ClassHierarchyResolver.defaultResolver())));
        for (var entry : Collections.list(old.entries())) {
            var content = old.getInputStream(entry).readAllBytes();
            if (entry.getName().endsWith(".class") && isOld(content)) {
                var renewed = renewed(classes, content);
                if (classes.verify(renewed).isEmpty()) {
                    content = renewed;
                    changed++;
                }
            }
            if (entry.getName().startsWith("org/plumbline/") && entry.getName().endsWith(".class")) {
                var asked = asked(plain, content);
                if (asked != content && plain.verify(asked).isEmpty()) {
                    content = asked;
                    changed++;
                }
            }
            var copy = new ZipEntry(entry.getName());
            copy.setTime(entry.getTime());
            fresh.putNextEntry(copy);
            fresh.write(content);
            fresh.closeEntry();
        }
    }
    if (changed > 0) {
        Files.write(jar, bytes.toByteArray());
        IO.println("%s: %d classes brought up to date".formatted(jar.getFileName(), changed));
    }
}

/// Whether the class file is from before stack maps: bytes 6 and 7 hold its version.
boolean isOld(byte[] content) {
    return ByteBuffer.wrap(content).getShort(6) < JAVA_6_VERSION;
}

byte[] renewed(ClassFile classes, byte[] content) {
    return classes.transformClass(
            classes.parse(content),
            ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
                    .andThen(
                            ClassTransform.endHandler(
                                    type -> type.withVersion(JAVA_25_VERSION, 0))));
}

/// A pattern switch over kinds: the method that stands for it, its type, and the kinds in order.
record Kinds(String name, MethodTypeDesc type, List<ClassDesc> kinds) {}

/// The class with its switches over kinds asked plainly and its components compared plainly; the
/// same array if it has neither.
byte[] asked(ClassFile classes, byte[] content) {
    var model = classes.parse(content);
    var switches = new ArrayList<Kinds>();
    var compared = new ArrayList<String>();
    var isInterface = model.flags().has(AccessFlag.INTERFACE);
    var renewed =
            classes.transformClass(
                    model,
                    ClassTransform.transformingMethodBodies(
                                    (code, element) -> {
                                        if (element instanceof InvokeDynamicInstruction call
                                                && call.bootstrapMethod().owner().equals(RECORDS)
                                                && compares(code, call)) {
                                            compared.add(call.name().stringValue());
                                            return;
                                        }
                                        var kinds = kinds(element);
                                        if (kinds.isEmpty()) {
                                            code.with(element);
                                            return;
                                        }
                                        var type =
                                                ((InvokeDynamicInstruction) element).typeSymbol();
                                        var name = "$kind$" + switches.size();
                                        switches.add(new Kinds(name, type, kinds));
                                        code.invokestatic(
                                                model.thisClass().asSymbol(),
                                                name,
                                                type,
                                                isInterface);
                                    })
                            .andThen(
                                    ClassTransform.endHandler(
                                            type -> switches.forEach(s -> ask(type, s)))));
    return switches.isEmpty() && compared.isEmpty() ? content : renewed;
}

final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");

/// Writes out what a record's `equals` or `hashCode` asks its bootstrap for, over what lies on the
/// stack; false, and nothing written, for anything else.
boolean compares(CodeBuilder code, InvokeDynamicInstruction call) {
    var getters =
            call.bootstrapArgs().stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
    var type = (ClassDesc) call.bootstrapArgs().getFirst();
    switch (call.name().stringValue()) {
        case "hashCode" -> {
            var self = code.allocateLocal(TypeKind.REFERENCE);
            code.astore(self).iconst_0();
            for (var getter : getters) {
                var part = getter.invocationType().returnType();
                code.bipush(31).imul().aload(self).getfield(type, getter.methodName(), part);
                var owner = part.isPrimitive() ? boxed(part) : OBJECTS;
                var asked = part.isPrimitive() ? part : ConstantDescs.CD_Object;
                code.invokestatic(
                        owner, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, asked));
                code.iadd();
            }
            return true;
        }
        case "equals" -> {
            var other = code.allocateLocal(TypeKind.REFERENCE);
            var self = code.allocateLocal(TypeKind.REFERENCE);
            var differs = code.newLabel();
            var end = code.newLabel();
            code.astore(other).astore(self).aload(other).instanceOf(type).ifeq(differs);
            for (var getter : getters) {
                var part = getter.invocationType().returnType();
                code.aload(self).getfield(type, getter.methodName(), part);
                code.aload(other).checkcast(type).getfield(type, getter.methodName(), part);
                if (part.isPrimitive()) {
                    code.invokestatic(
                            boxed(part),
                            "compare",
                            MethodTypeDesc.of(ConstantDescs.CD_int, part, part));
                    code.ifne(differs);
                } else {
                    code.invokestatic(
                            OBJECTS,
                            "equals",
                            MethodTypeDesc.of(
                                    ConstantDescs.CD_boolean,
                                    ConstantDescs.CD_Object,
                                    ConstantDescs.CD_Object));
                    code.ifeq(differs);
                }
            }
            code.iconst_1().goto_(end).labelBinding(differs).iconst_0().labelBinding(end);
            return true;
        }
        default -> {
            return false;
        }
    }
}

final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

ClassDesc boxed(ClassDesc primitive) {
    return switch (primitive.descriptorString()) {
        case "I" -> ConstantDescs.CD_Integer;
        case "Z" -> ConstantDescs.CD_Boolean;
        case "J" -> ConstantDescs.CD_Long;
        case "D" -> ConstantDescs.CD_Double;
        case "F" -> ConstantDescs.CD_Float;
        case "C" -> ConstantDescs.CD_Character;
        case "B" -> ConstantDescs.CD_Byte;
        case "S" -> ConstantDescs.CD_Short;
        default -> throw new IllegalArgumentException(primitive.descriptorString());
    };
}

/// The kinds that a call site switches over; empty if it is anything else.
List<ClassDesc> kinds(CodeElement element) {
    if (!(element instanceof InvokeDynamicInstruction call)
            || !call.bootstrapMethod().owner().equals(SWITCHES)
            || !call.bootstrapMethod().methodName().equals("typeSwitch")) {
        return List.of();
    }
    var kinds = new ArrayList<ClassDesc>();
    for (var label : call.bootstrapArgs()) {
        if (!(label instanceof ClassDesc kind)) {
            return List.of();
        }
        kinds.add(kind);
    }
    return kinds;
}

final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

/// Adds the method that answers: -1 for null, else the first kind at or after the index asked from,
/// or how many there are.
void ask(ClassBuilder type, Kinds kinds) {
    type.withMethodBody(
            kinds.name(),
            kinds.type(),
            ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
            code -> {
                var some = code.newLabel();
                code.aload(0).ifnonnull(some).loadConstant(-1).ireturn().labelBinding(some);
                for (var at = 0; at < kinds.kinds().size(); at++) {
                    var next = code.newLabel();
                    code.iload(1).loadConstant(at).if_icmpgt(next);
                    code.aload(0).instanceOf(kinds.kinds().get(at)).ifeq(next);
                    code.loadConstant(at).ireturn().labelBinding(next);
                }
                code.loadConstant(kinds.kinds().size()).ireturn();
            });
}
