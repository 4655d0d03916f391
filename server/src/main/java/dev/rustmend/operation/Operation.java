package dev.rustmend.operation;

import java.util.List;

/// One general repair, such as adding a derive, with preconditions of its own.
public interface Operation {

  /// The name by which entries call it: a verb phrase with dashes, `add-derive`.
  String name();

  /// What it proposes at `site`, best first; none where its preconditions do not hold.
  List<Proposal> proposals(Site site);
}
