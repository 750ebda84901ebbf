package org.plumbline.spark;

import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.text.TextFileFormat;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Map;

/// Writes one column of text as it stands, as Spark's own format `text` does, to files that end in `.csv`:
/// the text is CSV already.
///
/// Public because Spark makes it by its name.
public final class CsvText extends TextFileFormat {

    private static final long serialVersionUID = 1;

    @Override
    public OutputWriterFactory prepareWrite(
            SparkSession spark, Job job, Map<String, String> options, StructType columns) {
        return new Named(super.prepareWrite(spark, job, options, columns));
    }

    private static final class Named extends OutputWriterFactory {

        private static final long serialVersionUID = 1;

        private final OutputWriterFactory text;

        Named(OutputWriterFactory text) {
            this.text = text;
        }

        @Override
        public String getFileExtension(TaskAttemptContext task) {
            return text.getFileExtension(task).replace(".txt", ".csv");
        }

        @Override
        public OutputWriter newInstance(String path, StructType columns, TaskAttemptContext task) {
            return text.newInstance(path, columns, task);
        }
    }
}
