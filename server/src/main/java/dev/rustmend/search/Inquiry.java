package dev.rustmend.search;

import java.util.List;
import java.util.Optional;

/// What a [Companion] is asked: all that leaves an index when something else is searched beside it.
///
/// `words` are the queries by words, each with how many passages are wanted. They hold only terms
/// that are known in public: see [Discretion]. `meaning` is there when passages are wanted that are
/// near in meaning.
public record Inquiry(List<Wanted> words, SearchFilter filter, Optional<Meaning> meaning) {
  public Inquiry {
    words = List.copyOf(words);
  }

  /// A query by words, how many passages at most, and whether their texts are wanted with them.
  public record Wanted(WordQuery query, int count, Texts texts) {}

  /// Whether whole passages are wanted, since only a part of the query is told.
  public enum Texts {
    LEFT_THERE,
    ALONG
  }

  /// A search by meaning.
  public static final class Meaning {
    private final VectorSpace space;
    private final float[] asked;
    private final float[] own;
    private final int count;

    /// `asked` is the vector that may be sent, `own` the one of the whole query; both have unit
    /// length.
    public Meaning(VectorSpace space, float[] asked, float[] own, int count) {
      this.space = space;
      this.asked = asked.clone();
      this.own = own.clone();
      this.count = count;
    }

    /// Where the vectors live.
    public VectorSpace space() {
      return space;
    }

    /// The vector that may be sent, to be read only.
    public float[] asked() {
      return asked;
    }

    /// The vector of the whole query, which stays here and which found passages are compared with,
    /// to be read only.
    public float[] own() {
      return own;
    }

    /// How many passages are wanted.
    public int count() {
      return count;
    }
  }
}
