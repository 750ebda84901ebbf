package org.plumbline.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two workers with a process each, on this machine; one process is killed half way, in the middle of
/// a task.
///
/// Half of the tasks are let through. The others wait at a gate until the process is dead, so that the
/// kill comes half way however fast or slow the machine is.
@Tag("slow")
class LostExecutorTest {

    private static final int ROWS = 160;
    private static final int TASKS = 8;
    private static final int LET_THROUGH = 4;
    private static final int WORKERS = 2;

    /// A machine that is busy with other things takes its time to start processes.
    private static final int MINUTES = 5;

    @TempDir Path folder;

    /// Holds a task at its first row until a file appears; tasks of the first half pass.
    private record Gate(String opens) implements MapPartitionsFunction<Row, Row> {
        @Override
        public Iterator<Row> call(Iterator<Row> rows) throws InterruptedException {
            while (TaskContext.getPartitionId() >= LET_THROUGH && !Files.exists(Path.of(opens))) {
                Thread.sleep(20);
            }
            return rows;
        }
    }

    /// What happens to the tasks that write.
    private static final class Watch extends SparkListener {
        private final CountDownLatch through = new CountDownLatch(LET_THROUGH);
        private final CountDownLatch held = new CountDownLatch(WORKERS);
        private final CountDownLatch removed = new CountDownLatch(1);
        private final AtomicInteger lost = new AtomicInteger();

        @Override
        public void onTaskStart(SparkListenerTaskStart start) {
            if (start.taskInfo().partitionId() >= LET_THROUGH) {
                held.countDown();
            }
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            if (!end.taskType().equals("ResultTask")) {
                return;
            }
            if (end.taskInfo().successful()) {
                through.countDown();
            } else {
                lost.incrementAndGet();
            }
        }

        @Override
        public void onExecutorRemoved(SparkListenerExecutorRemoved event) {
            removed.countDown();
        }
    }

    @Test
    void what_a_killed_executor_was_doing_is_done_again_and_nothing_is_lost_or_twice()
            throws Exception {
        Path cases = Invented.caseload(folder, ROWS);
        List<String> expected = Invented.onOneMachine(cases, folder);
        SparkSession spark = cluster();
        try {
            Path opens = folder.resolve("open");
            Dataset<Row> read =
                    spark.read().option("header", true).csv(cases.toString()).repartition(TASKS);
            Dataset<Row> rows =
                    read.mapPartitions(new Gate(opens.toString()), Encoders.row(read.schema()));
            var job =
                    new CaseloadJob(
                            spark,
                            Invented.LIBRARY,
                            new CaseloadJob.Reading(
                                    Map.of(), Map.of(), Invented.DAY, true, List.of()));
            Path out = folder.resolve("out");
            var watch = new Watch();
            spark.sparkContext().addSparkListener(watch);

            CompletableFuture<Void> written =
                    CompletableFuture.runAsync(
                            () -> CaseloadAudit.text(job.lines(rows).decisions(), out.toString()));
            assertThat(watch.through.await(MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(watch.held.await(MINUTES, TimeUnit.MINUTES)).isTrue();
            List<ProcessHandle> executors = executors();
            assertThat(executors).hasSize(WORKERS);
            executors.getFirst().destroyForcibly();
            assertThat(watch.removed.await(MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(written).as("half of the tasks are held at the gate").isNotDone();
            Files.createFile(opens);
            written.get(MINUTES, TimeUnit.MINUTES);

            assertThat(watch.lost).as("tasks that died with their executor").hasPositiveValue();
            assertThat(Invented.written(out)).isEqualTo(expected);
        } finally {
            spark.stop();
        }
    }

    /// The processes that this one started; a cluster of this kind starts nothing else in Java. (Their
    /// command lines are longer than what a [ProcessHandle] tells.)
    private static List<ProcessHandle> executors() {
        return ProcessHandle.current()
                .children()
                .filter(p -> p.info().command().orElse("").endsWith("java"))
                .toList();
    }

    /// Spark looks for its jars in a folder; they are on our class path, so links do.
    private static SparkSession cluster() throws IOException {
        Path jars = Path.of(System.getenv("SPARK_HOME")).resolve("jars");
        Files.createDirectories(jars);
        String classPath = System.getProperty("java.class.path");
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            Path jar = Path.of(entry);
            Path link = jars.resolve(jar.getFileName());
            if (entry.endsWith(".jar") && !Files.exists(link)) {
                Files.createSymbolicLink(link, jar);
            }
        }
        return SparkSession.builder()
                .master("local-cluster[" + WORKERS + ",1,1024]")
                .appName("plumbline")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.executor.extraClassPath", classPath)
                .config("spark.executor.memory", "1g")
                .getOrCreate();
    }
}
