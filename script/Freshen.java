import static java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import static java.lang.classfile.ClassFile.JAVA_25_VERSION;
import static java.lang.classfile.ClassFile.JAVA_6_VERSION;
import static java.lang.classfile.ClassFile.StackMapsOption.GENERATE_STACK_MAPS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
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
void main(String... jars) throws IOException {
    for (var jar : jars) {
        freshen(Path.of(jar));
    }
}

void freshen(Path jar) throws IOException {
    var changed = 0;
    var bytes = new ByteArrayOutputStream();
    try (var old = new JarFile(jar.toFile());
            var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
            var fresh = new ZipOutputStream(bytes)) {
        var classes =
                ClassFile.of(
                        GENERATE_STACK_MAPS,
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
