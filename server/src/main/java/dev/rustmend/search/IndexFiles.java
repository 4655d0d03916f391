package dev.rustmend.search;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;

/// The files of an index: whether they can be used, how they are written, and what is said about
/// them when not.
final class IndexFiles {
  /// Changes whenever fields mean something else; an index of another version is made anew.
  static final String VERSION = "1";

  static final String VERSION_KEY = "rustmend.version";
  static final String MODEL_KEY = "rustmend.model";
  static final String DIMENSIONS_KEY = "rustmend.dimensions";

  /// Up to this size every byte is checked when an index is opened: some hundredths of a second.
  private static final long CHECKED_SIZE = 128L << 20;

  private static final double BUFFER_MB = 64;

  private IndexFiles() {}

  /// Why the index in `directory` can not be used; empty when it can, or when there is none.
  static Optional<String> damage(Directory directory) {
    try {
      if (!DirectoryReader.indexExists(directory)) {
        return Optional.empty();
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        String version = reader.getIndexCommit().getUserData().getOrDefault(VERSION_KEY, "none");
        if (!version.equals(VERSION)) {
          return Optional.of(
              "the index has version %s of its fields, this rustmend writes version %s"
                  .formatted(version, VERSION));
        }
        if (size(directory) <= CHECKED_SIZE) {
          for (LeafReaderContext leaf : reader.leaves()) {
            leaf.reader().checkIntegrity();
          }
        }
        return Optional.empty();
      }
    } catch (IOException | RuntimeException e) {
      return Optional.of("a file of the index is damaged or too old: " + told(e));
    }
  }

  /// Deletes the index, but nothing else in the folder.
  static void clear(Directory directory) throws IOException {
    try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      lock.ensureValid();
      for (String name : directory.listAll()) {
        if (name.startsWith("_") || name.startsWith("segments") || name.startsWith("pending")) {
          directory.deleteFile(name);
        }
      }
    }
  }

  static IndexWriterConfig writing() {
    return new IndexWriterConfig(Analyzers.byField())
        .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
        .setCodec(codec())
        .setRAMBufferSizeMB(BUFFER_MB)
        .setCommitOnClose(false);
  }

  /// An index without passages, in memory, for a reader whose writer has not committed yet.
  static DirectoryReader nothing() throws IOException {
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, writing())) {
      writer.commit();
    }
    return DirectoryReader.open(directory);
  }

  /// What every commit says of itself.
  static Map<String, String> commitData(Optional<VectorSpace> space) {
    var facts = new HashMap<String, String>();
    facts.put(VERSION_KEY, VERSION);
    space.ifPresent(vectors -> {
      facts.put(MODEL_KEY, vectors.model());
      facts.put(DIMENSIONS_KEY, String.valueOf(vectors.dimensions()));
    });
    return Map.copyOf(facts);
  }

  static Map<String, String> userData(DirectoryReader reader) throws IOException {
    return reader.getIndexCommit().getUserData();
  }

  /// What went wrong, for a person.
  static String told(Throwable e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
      return "the disk is full; free some space and try again";
    }
    if (e instanceof FileSystemException file && file.getReason() == null) {
      return "%s can not be written (%s)".formatted(file.getFile(), e.getClass().getSimpleName());
    }
    return message;
  }

  private static long size(Directory directory) throws IOException {
    long size = 0;
    for (String name : List.of(directory.listAll())) {
      size += name.startsWith("_") ? directory.fileLength(name) : 0;
    }
    return size;
  }

  /// Vectors take one byte for each component while the graph is searched.
  private static Codec codec() {
    var vectors = new Lucene104HnswScalarQuantizedVectorsFormat();
    return new Lucene104Codec() {
      @Override
      public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return vectors;
      }
    };
  }
}
