package org.plumbline.core.load;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Immutable values as bytes, each read when it is first asked for and then kept.
///
/// A value is a record, an enum constant, a list, a set, a map, an optional, a string, a letter, a
/// number, a yes or no, a day, or null. Equal values stand in the pool once, so that what many norms share is
/// read once and shared again. A large set of strings, or map from strings, is a [StoredMap], which reads
/// only what somebody looks up.
///
/// The form is that of this build: a pool says nothing of how its records were declared, and is read
/// only by the classes it was written by. Safe to share between threads.
public final class ValuePool {

    private static final byte NULL = 0;
    private static final byte STRING = 1;
    private static final byte INTEGER = 2;
    private static final byte LONG = 3;
    private static final byte DOUBLE = 4;
    private static final byte YES = 5;
    private static final byte NO = 6;
    private static final byte DAY = 7;
    private static final byte LIST = 8;
    private static final byte SET = 9;
    private static final byte ORDERED_SET = 10;
    private static final byte MAP = 11;
    private static final byte ORDERED_MAP = 12;
    private static final byte STORED_MAP = 13;
    private static final byte SOME = 14;
    private static final byte NONE = 15;
    private static final byte CONSTANT = 16;
    private static final byte RECORD = 17;
    private static final byte STORED_SET = 18;
    private static final byte LETTER = 19;

    private final ByteBuffer bytes;
    private final int offsets;
    private final int data;
    private final @Nullable Object[] read;
    private final Kind[] kinds;

    /// A class of records or enum constants, looked up when one is first read.
    private static final class Kind {
        private final String name;
        private @Nullable Constructor<?> constructor;
        private Object @Nullable [] constants;

        Kind(String name) {
            this.name = name;
        }

        Object make(@Nullable Object[] parts) {
            try {
                Constructor<?> known = constructor;
                if (known == null) {
                    known = canonical(Class.forName(name), parts.length);
                    constructor = known;
                }
                return known.newInstance(parts);
            } catch (ReflectiveOperationException problem) {
                throw new IllegalStateException("cannot read a " + name, problem);
            }
        }

        /// The constant at its place among the others.
        Object constant(int ordinal) {
            Object[] known = constants;
            if (known == null) {
                try {
                    known = Class.forName(name).getEnumConstants();
                } catch (ClassNotFoundException problem) {
                    throw new IllegalStateException("no enum " + name, problem);
                }
                constants = known;
            }
            return known[ordinal];
        }
    }

    /// The constructor that takes every component: the only one with so many parameters, which
    /// [Writer] has made sure of.
    private static Constructor<?> canonical(Class<?> type, int parts) {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == parts) {
                constructor.setAccessible(true);
                return constructor;
            }
        }
        throw new IllegalStateException("no constructor of " + parts + " parts in " + type);
    }

    private ValuePool(ByteBuffer bytes, Kind[] kinds, int count) {
        this.bytes = bytes;
        this.kinds = kinds;
        this.offsets = 0;
        this.data = 4 * count;
        this.read = new Object[count];
    }

    /// Reads a pool written by [Writer#write].
    static ValuePool from(ByteBuffer in) {
        Kind[] kinds = new Kind[in.getInt()];
        for (int i = 0; i < kinds.length; i++) {
            byte[] name = new byte[in.getInt()];
            in.get(name);
            kinds[i] = new Kind(new String(name, StandardCharsets.UTF_8));
        }
        int count = in.getInt();
        int length = in.getInt();
        ByteBuffer rest = in.slice(in.position(), length);
        in.position(in.position() + length);
        return new ValuePool(rest, kinds, count);
    }

    /// The value at an index.
    @Nullable Object value(int index) {
        Object known = read[index];
        if (known == null) {
            known = new Reader(data + bytes.getInt(offsets + 4 * index)).value();
            read[index] = known;
        }
        return known;
    }

    /// A place in the bytes, moving on.
    private final class Reader {
        private int at;

        Reader(int at) {
            this.at = at;
        }

        @Nullable Object value() {
            byte kind = bytes.get(at++);
            return switch (kind) {
                case NULL -> null;
                case STRING -> string();
                case INTEGER -> fixedInt();
                case LONG -> fixedLong();
                case DOUBLE -> Double.longBitsToDouble(fixedLong());
                case YES -> true;
                case NO -> false;
                case LETTER -> (char) fixedInt();
                case DAY -> LocalDate.ofEpochDay(fixedLong());
                case LIST -> List.of(solid(number()));
                case SET -> Set.of(solid(number()));
                case ORDERED_SET -> orderedSet(number());
                case MAP -> Map.copyOf(map(number()));
                case ORDERED_MAP -> Collections.unmodifiableSequencedMap(map(number()));
                case STORED_MAP -> storedMap();
                case STORED_SET -> storedMap().keySet();
                case SOME -> Optional.of(some(number()));
                case NONE -> Optional.empty();
                case CONSTANT -> kinds[number()].constant(number());
                case RECORD -> kinds[number()].make(parts(number()));
                default -> throw new IllegalStateException("no kind of value: " + kind);
            };
        }

        private int number() {
            int value = 0;
            int shift = 0;
            byte next;
            do {
                next = bytes.get(at++);
                value |= (next & 0x7F) << shift;
                shift += 7;
            } while (next < 0);
            return value;
        }

        private int fixedInt() {
            int value = bytes.getInt(at);
            at += 4;
            return value;
        }

        private long fixedLong() {
            long value = bytes.getLong(at);
            at += 8;
            return value;
        }

        private String string() {
            int length = number();
            return new String(
                    bytes.array(), bytes.arrayOffset() + at, length, StandardCharsets.UTF_8);
        }

        private Object some(int index) {
            Object value = ValuePool.this.value(index);
            if (value == null) {
                throw new IllegalStateException("null where a value belongs");
            }
            return value;
        }

        private Object[] solid(int length) {
            Object[] all = new Object[length];
            for (int i = 0; i < length; i++) {
                all[i] = some(number());
            }
            return all;
        }

        private @Nullable Object[] parts(int length) {
            @Nullable Object[] all = new Object[length];
            for (int i = 0; i < length; i++) {
                all[i] = ValuePool.this.value(number());
            }
            return all;
        }

        private Set<Object> orderedSet(int length) {
            return Collections.unmodifiableSequencedSet(
                    new LinkedHashSet<>(Arrays.asList(solid(length))));
        }

        private SequencedMap<Object, Object> map(int length) {
            SequencedMap<Object, Object> map = LinkedHashMap.newLinkedHashMap(length);
            for (int i = 0; i < length; i++) {
                Object key = some(number());
                map.put(key, some(number()));
            }
            return map;
        }

        private StoredMap<Object> storedMap() {
            int size = number();
            return new StoredMap<>(ValuePool.this, bytes, at, size);
        }
    }

    /// Puts values into a pool, equal ones once.
    static final class Writer {

        /// Maps from strings with so many entries are looked up where they lie.
        private static final int LARGE = 128;

        private final Map<String, Integer> kinds = new LinkedHashMap<>();
        private final Map<ByteBuffer, Integer> known = new HashMap<>();
        private final List<byte[]> values = new ArrayList<>();

        /// The index of a value, which is put into the pool if it is not there.
        ///
        /// @throws IllegalArgumentException for a value of a class that a pool does not hold
        int index(@Nullable Object value) {
            byte[] form = form(value);
            return known.computeIfAbsent(
                    ByteBuffer.wrap(form),
                    _ -> {
                        values.add(form);
                        return values.size() - 1;
                    });
        }

        @SuppressWarnings("EnumOrdinal") // read by the very build that wrote it
        private byte[] form(@Nullable Object value) {
            var out = new Bytes();
            switch (value) {
                case null -> out.write(NULL);
                case String text -> {
                    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                    out.write(STRING);
                    out.number(utf8.length);
                    out.writeBytes(utf8);
                }
                case Integer number -> {
                    out.write(INTEGER);
                    out.fixedInt(number);
                }
                case Long number -> {
                    out.write(LONG);
                    out.fixedLong(number);
                }
                case Double number -> {
                    out.write(DOUBLE);
                    out.fixedLong(Double.doubleToLongBits(number));
                }
                case Character letter -> {
                    out.write(LETTER);
                    out.fixedInt(letter);
                }
                case Boolean yes -> out.write(yes ? YES : NO);
                case LocalDate day -> {
                    out.write(DAY);
                    out.fixedLong(day.toEpochDay());
                }
                case List<?> list -> out.all(LIST, indices(list));
                case Set<?> set -> set(set, out);
                case Map<?, ?> map -> map(map, out);
                case Optional<?> optional -> {
                    if (optional.isPresent()) {
                        out.write(SOME);
                        out.number(index(optional.get()));
                    } else {
                        out.write(NONE);
                    }
                }
                case Enum<?> constant -> {
                    out.write(CONSTANT);
                    out.number(kind(constant.getDeclaringClass()));
                    out.number(constant.ordinal());
                }
                case Record record -> {
                    List<Integer> parts = parts(record);
                    out.write(RECORD);
                    out.number(kind(record.getClass()));
                    out.number(parts.size());
                    parts.forEach(out::number);
                }
                default ->
                        throw new IllegalArgumentException(
                                "a pool does not hold a " + value.getClass().getName());
            }
            return out.toByteArray();
        }

        /// Sets and maps made by `Set.of` and `Map.of` have no order to keep.
        private static boolean isUnordered(Object collection) {
            return collection.getClass().getName().startsWith("java.util.ImmutableCollections$")
                    || collection.getClass() == HashMap.class
                    || collection.getClass() == java.util.HashSet.class;
        }

        private List<Integer> indices(Iterable<?> values) {
            List<Integer> indices = new ArrayList<>();
            values.forEach(v -> indices.add(index(v)));
            return indices;
        }

        /// Whether only what is looked up should ever be read.
        private static boolean isLarge(Set<?> keys) {
            return keys.size() >= LARGE && keys.stream().allMatch(String.class::isInstance);
        }

        private void stored(byte kind, Map<String, Integer> slots, Bytes out) {
            out.write(kind);
            out.number(slots.size());
            StoredMap.write(slots, this::index, out);
        }

        private void set(Set<?> set, Bytes out) {
            if (isUnordered(set) && isLarge(set)) {
                Map<String, Integer> slots = new LinkedHashMap<>();
                set.forEach(key -> slots.put((String) key, index(key)));
                stored(STORED_SET, slots, out);
            } else {
                out.all(isUnordered(set) ? SET : ORDERED_SET, indices(set));
            }
        }

        private void map(Map<?, ?> map, Bytes out) {
            if (isUnordered(map) && isLarge(map.keySet())) {
                Map<String, Integer> slots = new LinkedHashMap<>();
                map.forEach((key, value) -> slots.put((String) key, index(value)));
                stored(STORED_MAP, slots, out);
                return;
            }
            List<Integer> indices = new ArrayList<>();
            map.forEach((key, value) -> {
                indices.add(index(key));
                indices.add(index(value));
            });
            out.write(isUnordered(map) ? MAP : ORDERED_MAP);
            out.number(map.size());
            indices.forEach(out::number);
        }

        private List<Integer> parts(Record record) {
            RecordComponent[] components = record.getClass().getRecordComponents();
            long alike =
                    Arrays.stream(record.getClass().getDeclaredConstructors())
                            .filter(c -> c.getParameterCount() == components.length)
                            .count();
            if (alike != 1) {
                throw new IllegalArgumentException(
                        "two constructors of %d parts in %s"
                                .formatted(components.length, record.getClass().getName()));
            }
            List<Integer> parts = new ArrayList<>();
            for (RecordComponent component : components) {
                try {
                    component.getAccessor().setAccessible(true);
                    parts.add(index(component.getAccessor().invoke(record)));
                } catch (IllegalAccessException | InvocationTargetException problem) {
                    throw new IllegalArgumentException(
                            "cannot read " + component + " of " + record.getClass(), problem);
                }
            }
            return parts;
        }

        private int kind(Class<?> type) {
            return kinds.computeIfAbsent(type.getName(), _ -> kinds.size());
        }

        /// Writes the pool: classes, then where each value lies, then the values.
        void write(DataOutputStream out) throws IOException {
            out.writeInt(kinds.size());
            for (String name : kinds.keySet()) {
                byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
            out.writeInt(values.size());
            int length = values.stream().mapToInt(v -> v.length).sum();
            out.writeInt(4 * values.size() + length);
            int offset = 0;
            for (byte[] value : values) {
                out.writeInt(offset);
                offset += value.length;
            }
            for (byte[] value : values) {
                out.write(value);
            }
        }
    }

    /// Bytes being written.
    static final class Bytes extends ByteArrayOutputStream {

        void number(int value) {
            int rest = value;
            while ((rest & ~0x7F) != 0) {
                write((rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            write(rest);
        }

        void fixedInt(int value) {
            writeBytes(ByteBuffer.allocate(4).putInt(value).array());
        }

        void fixedLong(long value) {
            writeBytes(ByteBuffer.allocate(8).putLong(value).array());
        }

        void all(byte kind, List<Integer> indices) {
            write(kind);
            number(indices.size());
            indices.forEach(this::number);
        }
    }
}
