package dev.rustmend.bench;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the knowledge base did for the errors of one code, `no code` for those without: how many of
/// its entries proposed anything, how many had a proposal that compiled or advanced, and how many
/// proposals were made, verified, held and ranked first. Those behind the first that compiles are
/// verified only when somebody looks at the error.
public record CodeUse(
    String code, int entries, int useful, int proposed, int verified, int held, int first) {
  private static final String ENTRY = "kb:";
  private static final String NO_CODE = "no code";

  /// By code; what is not from an entry is left out.
  public static List<CodeUse> of(Collection<RecipeUse> uses) {
    Map<String, Gathered> byCode = new TreeMap<>();
    for (RecipeUse use : uses) {
      if (use.origin().startsWith(ENTRY)) {
        String code = use.code().isEmpty() ? NO_CODE : use.code();
        byCode.computeIfAbsent(code, _ -> new Gathered(new HashSet<>(), new HashSet<>()));
        byCode.get(code).add(use);
      }
    }
    return byCode.entrySet().stream()
        .map(entry -> entry.getValue().use(entry.getKey(), uses))
        .toList();
  }

  private record Gathered(Set<String> entries, Set<String> useful) {
    void add(RecipeUse use) {
      entries.add(use.origin());
      if (use.held() > 0 || use.kept() > 0) {
        useful.add(use.origin());
      }
    }

    CodeUse use(String code, Collection<RecipeUse> uses) {
      List<RecipeUse> own =
          uses.stream()
              .filter(use -> use.origin().startsWith(ENTRY))
              .filter(use -> (use.code().isEmpty() ? NO_CODE : use.code()).equals(code))
              .toList();
      return new CodeUse(
          code,
          entries.size(),
          useful.size(),
          own.stream().mapToInt(RecipeUse::proposed).sum(),
          own.stream().mapToInt(RecipeUse::verified).sum(),
          own.stream().mapToInt(RecipeUse::held).sum(),
          own.stream().mapToInt(RecipeUse::first).sum());
    }
  }

  /// A table in Markdown, a row for each code.
  static String table(Collection<RecipeUse> uses) {
    var table =
        new MarkdownTable(
            List.of(
                "code",
                "entries",
                "of these useful",
                "proposed",
                "verified",
                "compiled or advanced",
                "ranked first"));
    for (CodeUse use : of(uses)) {
      table.row(
          List.of(
              use.code(),
              String.valueOf(use.entries()),
              String.valueOf(use.useful()),
              String.valueOf(use.proposed()),
              String.valueOf(use.verified()),
              String.valueOf(use.held()),
              String.valueOf(use.first())));
    }
    return table.text();
  }
}
