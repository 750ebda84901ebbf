package org.plumbline.bulk;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.load.Span;

/// Which keys rows have had so far, so that one that comes again is found.
///
/// As many as fit into memory are known at once; of the others it is told at the end. For one thread.
final class KeysSeen implements AutoCloseable {

    private final Path folder;
    private final KeyTable first;
    private @Nullable LateKeys late;

    /// @param folder where keys are written that memory does not hold
    /// @param most bytes of memory that keys may take
    KeysSeen(Path folder, long most) {
        this.folder = folder;
        this.first = new KeyTable(folder, most);
    }

    /// Takes in a row's key.
    ///
    /// @param file of the row, by its number
    /// @return whether it is known already that an earlier row has it
    boolean again(String key, int file, Span place) throws IOException {
        long hash = KeyTable.hash(key);
        LateKeys others = late;
        if (others == null && !first.fillsMemory()) {
            return first.put(hash, 1) != 0;
        }
        if (first.get(hash) != 0) {
            return true;
        }
        if (others == null) {
            others = new LateKeys(folder);
            late = others;
        }
        others.add(hash, new LateKeys.Place(file, place.line(), place.column()));
        return false;
    }

    /// Tells of the rows whose key an earlier row has, and of which that was not known at once.
    void late(LateKeys.Repeats to) throws IOException {
        if (late != null) {
            late.repeats(to);
        }
    }

    @Override
    public void close() throws IOException {
        first.close();
        if (late != null) {
            late.close();
        }
    }
}
