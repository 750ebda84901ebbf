package org.plumbline.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.plumbline.bulk.CompiledLibrary;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;

/// A library on its way to the executors: broadcast as bytes, and rebuilt once in each of them.
///
/// Classes grow in an executor as rows lead to them, and are shared by all its tasks, whatever job
/// they belong to.
final class CarriedLibrary implements Serializable {

    private static final long serialVersionUID = 1;

    /// What this process has rebuilt, by fingerprint and editions.
    private static final Map<String, CompiledLibrary> REBUILT = new ConcurrentHashMap<>();

    private final Broadcast<byte[]> bytes;
    private final String key;
    private final String[] editions;

    /// @param editions to decide under, whether they bind or not; empty for those that bind
    CarriedLibrary(SparkSession spark, Library library, List<String> editions) {
        this.bytes =
                JavaSparkContext.fromSparkContext(spark.sparkContext())
                        .broadcast(org.plumbline.core.load.CompiledLibrary.bytes(library));
        this.key = library.fingerprint() + editions;
        this.editions = editions.toArray(String[]::new);
    }

    /// The library in the process that asks; begun anew where it had become too large.
    CompiledLibrary here() {
        CompiledLibrary known = REBUILT.get(key);
        return known != null && !known.isFull()
                ? known
                : Objects.requireNonNull(
                        REBUILT.compute(
                                key,
                                (_, old) ->
                                        old == null ? rebuild() : old.isFull() ? old.anew() : old));
    }

    private CompiledLibrary rebuild() {
        Library library = org.plumbline.core.load.CompiledLibrary.of(bytes.value());
        if (editions.length == 0) {
            return CompiledLibrary.of(library);
        }
        List<Edition> named =
                List.of(editions).stream().map(e -> library.edition(e).orElseThrow()).toList();
        return CompiledLibrary.of(library, named);
    }

    /// How many libraries this process has rebuilt.
    static int rebuilt() {
        return REBUILT.size();
    }
}
