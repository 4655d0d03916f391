package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks for `Send` or `Sync` of a trait object that another thread gets, wherever the crate names
/// the type: `Box<dyn Fn()>` becomes `Box<dyn Fn() + Send>`.
///
/// rustc says ``` `dyn Fn()` cannot be sent between threads safely ``` (E0277).
final class AskForSend implements Operation {
  private static final Pattern MESSAGE =
      Pattern.compile("^`\\(?(dyn .+?)\\)?` cannot be (sent|shared) between threads safely$");
  private static final int CHANGES_TYPES = 10;

  @Override
  public String name() {
    return "ask-for-send";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Matcher message = MESSAGE.matcher(site.diagnostic().message());
    if (!message.find() || message.group(1).contains(" + ")) {
      return List.of();
    }
    String auto = message.group(2).equals("sent") ? "Send" : "Sync";
    String object = squeezed(message.group(1));
    Edits edits = site.edits();
    for (Place place : site.crate().nodes(node -> node.is("dynamic_type"))) {
      SyntaxNode node = place.node();
      boolean bounded = node.parent().filter(up -> up.is("bounded_type")).isPresent();
      boolean lent = node.parent().filter(up -> up.is("reference_type")).isPresent();
      if (squeezed(node.text()).equals(object) && !bounded) {
        edits.insert(place.file(), node.range().start(), lent ? "(" : "");
        edits.insert(place.file(), node.range().end(), " + " + auto + (lent ? ")" : ""));
      }
    }
    return Declarations.one(
        "Ask for `%s` of `%s`".formatted(auto, message.group(1)), edits, CHANGES_TYPES);
  }

  /// Without blanks and paths: rustc leaves the paths of what is imported out.
  private static String squeezed(String type) {
    return type.replaceAll("\\b\\w+::", "").replaceAll("\\s+", "");
  }
}
