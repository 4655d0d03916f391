package dev.rustmend.operation;

import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/// Gathers the proposals of one call of a [Mend]. Confined to one call.
final class Mends {
  private static final int MOST = 8;

  private final Site site;
  private final List<Proposal> proposals = new ArrayList<>();

  Mends(Site site) {
    this.site = site;
  }

  Edits edits() {
    return site.edits();
  }

  void insert(String title, int offset, String text) {
    add(title, 0, edits().insert(offset, text));
  }

  void replace(String title, TextRange range, String text) {
    add(title, 0, edits().replace(range, text));
  }

  void add(String title, int penalty, Edits edits) {
    edits.patch().ifPresent(patch -> add(Proposal.of(title, patch).penalized(penalty)));
  }

  void add(Proposal proposal) {
    if (proposals.stream().noneMatch(other -> other.patch().equals(proposal.patch()))) {
      proposals.add(proposal);
    }
  }

  /// The proposals in the order in which they came, not too many.
  List<Proposal> list() {
    return proposals.stream().limit(MOST).toList();
  }
}
