package org.plumbline.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two workers with a process each, on this machine; one process is killed half way.
@Tag("slow")
class LostExecutorTest {

    @TempDir Path folder;

    @Test
    void what_a_killed_executor_was_doing_is_done_again_and_nothing_is_lost_or_twice()
            throws Exception {
        Path cases = Invented.caseload(folder, 400);
        List<String> expected = Invented.onOneMachine(cases, folder);
        SparkSession spark = cluster();
        try {
            var tasks = new AtomicInteger();
            var removed = new CountDownLatch(1);
            var half = new CountDownLatch(4);
            spark.sparkContext()
                    .addSparkListener(
                            new SparkListener() {
                                @Override
                                public void onTaskEnd(SparkListenerTaskEnd end) {
                                    tasks.incrementAndGet();
                                    half.countDown();
                                }

                                @Override
                                public void onExecutorRemoved(SparkListenerExecutorRemoved event) {
                                    removed.countDown();
                                }
                            });
            Dataset<Row> rows =
                    spark.read().option("header", true).csv(cases.toString()).repartition(20);
            var job =
                    new CaseloadJob(
                            spark,
                            Invented.LIBRARY,
                            new CaseloadJob.Reading(Map.of(), Invented.DAY, true, List.of()));
            Path out = folder.resolve("out");

            CompletableFuture<Void> written =
                    CompletableFuture.runAsync(
                            () -> CaseloadAudit.csv(job.decide(rows).decisions(), out.toString()));
            assertThat(half.await(20, TimeUnit.MINUTES)).isTrue();
            ProcessHandle one = executors().getFirst();
            boolean stillGoing = !written.isDone();
            one.destroyForcibly();
            written.get(10, TimeUnit.MINUTES);

            assertThat(stillGoing)
                    .as("the job was over before an executor could be killed")
                    .isTrue();
            assertThat(removed.await(2, TimeUnit.MINUTES)).isTrue();
            assertThat(Invented.written(out)).isEqualTo(expected);
        } finally {
            spark.stop();
        }
    }

    private static List<ProcessHandle> executors() {
        return ProcessHandle.current()
                .descendants()
                .filter(p ->
                        p.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
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
                .master("local-cluster[2,1,1024]")
                .appName("plumbline")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.executor.extraClassPath", classPath)
                .config("spark.executor.memory", "1g")
                .getOrCreate();
    }
}
